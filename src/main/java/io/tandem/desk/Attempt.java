package io.tandem.desk;

import io.tandem.api.Problem;
import io.tandem.process.AgentTask;
import io.tandem.process.AgentTask.TakenByOther;
import io.tandem.process.AgentTask.UnknownTask;
import io.tandem.process.Staff;
import io.tandem.process.Staff.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** An act on a task, and what its agent hears if it cannot be done. */
@Component
class Attempt {

    private final Staff staff;

    Attempt(Staff staff) {
        this.staff = staff;
    }

    static <T> T known(Supplier<T> look) {
        try {
            return look.get();
        } catch (UnknownTask unknown) {
            throw new Problem(HttpStatus.NOT_FOUND, "unknownTask");
        }
    }

    /** Who was too slow hears who was faster. */
    <T> T to(Supplier<T> act) {
        try {
            return known(act);
        } catch (TakenByOther taken) {
            throw new Problem(HttpStatus.CONFLICT, taken.task().open() ? "taken" : "finished", holder(taken.task()));
        }
    }

    void to(Runnable act) {
        to(() -> {
            act.run();
            return true;
        });
    }

    private Map<String, Object> holder(AgentTask task) {
        var holder = new HashMap<String, Object>();
        task.holder().ifPresent(user -> {
            holder.put("holder", new Person(user, staff.nameOf(user)));
            holder.put("name", staff.nameOf(user));
        });
        return holder;
    }
}
