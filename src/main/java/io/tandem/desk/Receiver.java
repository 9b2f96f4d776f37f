package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.process.Staff;
import io.tandem.process.Staff.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** To whom something goes: a group or a person, one of both. */
record Receiver(@Nullable String group, @Nullable String person, String name) {

    /** @throws Problem if it is neither or both, or nobody of this name works on tickets */
    static Receiver of(@Nullable String group, @Nullable String person, Staff staff) {
        if ((group == null) == (person == null)) throw new Problem(HttpStatus.BAD_REQUEST, "passOnToWhom");
        if (person != null) {
            if (!staff.isAgent(person)) throw new Problem(HttpStatus.BAD_REQUEST, "unknownPerson");
            return new Receiver(null, person, staff.nameOf(person));
        }
        return staff.groups().stream()
                .filter(known -> known.id().equals(group))
                .findFirst()
                .map(Group::name)
                .map(name -> new Receiver(group, null, name))
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "unknownGroup"));
    }
}
