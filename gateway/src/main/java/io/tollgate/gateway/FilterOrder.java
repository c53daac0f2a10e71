package io.tollgate.gateway;

/** The order in which a request is looked at, on one page; a test compares it with the running gateway. */
public final class FilterOrder {
    // what holds for every request, whatever it asks for (web filters)
    public static final int TRACE = -500;
    public static final int REQUEST_ID = -400;
    public static final int REFUSALS = -350;
    public static final int FRAMING = -300;
    public static final int ADDRESS = -250;
    public static final int BODY_LIMIT = -200;
    public static final int WHOLE_SERVER = -150;

    // what depends on the route (global filters of the gateway)
    public static final int DEADLINE = 100;
    public static final int AUTHENTICATION = 200;
    public static final int USAGE = 250;
    public static final int AUTHORIZATION = 300;
    public static final int ADDRESS_RULES = 350;
    public static final int CONCURRENCY = 390;
    public static final int PLAN_LIMIT = 400;
    public static final int QUOTA = 450;
    public static final int CALLER_TOKEN = 500;
    public static final int UPSTREAM = 600;

    private FilterOrder() {}
}
