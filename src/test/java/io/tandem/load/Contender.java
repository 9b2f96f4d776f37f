package io.tandem.load;

/** Whoever takes tickets through their whole life, as fast as it can, to be compared with others. */
interface Contender extends AutoCloseable {

    String name();

    /** Makes one ticket and takes it to its end. The ticket's number decides its kind; called by many threads. */
    void live(int number) throws Exception;

    /** One in three goes to a person, the others are solved by the bot. */
    static boolean needsPerson(int number) {
        return number % 3 == 2;
    }

    /** Nothing of it runs between its rounds. */
    void rest();

    void goOn();

    @Override
    void close();
}
