package org.hearsay.tell.web;

import io.javalin.http.Handler;

/** Where the parts of the site say what they answer. */
interface Routes {
    /** Answers GET and HEAD. */
    void get(String path, Handler handler);

    /** Answers a form that was sent from one of our own pages. */
    void post(String path, Handler handler);

    /** Answers GET and a POST from anywhere to whoever has the link, which holds a secret, and needs no token. */
    void byLink(String path, Handler page, Handler done);
}
