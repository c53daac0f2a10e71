package io.tollgate.users.usage.web;

import io.tollgate.http.Violation;
import java.util.List;

/** Which items of a report are not counted, and why; all the others are. */
record ReportResponse(List<Violation> refused) {}
