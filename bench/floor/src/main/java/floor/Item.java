package floor;

import java.time.LocalDate;
import java.util.UUID;

/** A row of the one table. */
public record Item(UUID id, String name, String program, String worker, LocalDate openedOn, String note) {}
