package io.tandem.process.gate;

import io.tandem.content.FolderOnDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Stories in which an owner saves: each begins and ends with the folder as it was shipped, and live. */
abstract class OwnerSaves {

    @Autowired
    SavedFolder saved;

    @Autowired
    Versions versions;

    OwnersFolder folder;

    /** The version that was live when the story began. */
    int before;

    @BeforeEach
    void openFolder(@Autowired FolderOnDisk disk) {
        folder = new OwnersFolder(disk.path());
        folder.reset();
        saved.saved();
        before = versions.live().orElseThrow();
    }

    @AfterEach
    void closeFolder() {
        folder.reset();
        saved.saved();
    }
}
