package org.hearsay.tell.web;

/**
 * Who asks.
 *
 * @param name as the list of changes shows it
 * @param editor whether he may change something
 */
record Person(String name, boolean editor) {
    /** Where nothing is set, whoever sits at this machine may do all. */
    static final Person HERE = new Person("this machine", true);

    static final Person EDITOR = new Person("editor", true);
    static final Person READER = new Person("reader", false);
    /** A reader of letters, known by the secret of his link. */
    static final Person BY_LINK = new Person("reader, by the link in a letter", false);
}
