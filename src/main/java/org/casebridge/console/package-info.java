/**
 * The operator's command, {@code bin/casebridge}. A module adds a command as a public class in its own {@code command} package
 * and names it in the list in {@code Casebridge}:
 *
 * <pre>{@code
 * package org.casebridge.clients.command;
 *
 * @Command(name = "clients", description = "Bring in clients from FHIR R4 or CSV files.")
 * public final class ImportClients implements Callable<Integer> {
 *
 *     @Mixin Console console;
 *     @Parameters(paramLabel = "FILE|FOLDER", description = "What to bring in.") Path from;
 *
 *     @Override
 *     public Integer call() {
 *         return console.use(ClientImport.class, clients -> {
 *             try (var progress = console.progress("Reading clients")) {
 *                 var brought = Actor.machine().act(() -> clients.bring(from, progress::at));
 *                 return Outcome.done(brought.added() + " clients came in.", brought).but(brought.problems());
 *             }
 *         });
 *     }
 * }
 * }</pre>
 *
 * In the list, {@code .group("import", "Bring in records from files.", ImportClients.class)} makes it {@code casebridge import clients},
 * {@code .add(Seed.class)} makes {@code casebridge seed}. {@link org.casebridge.console.Console} brings {@code --help}, {@code --json} and
 * {@code --verbose}; Spring and the database start in {@code use} and no earlier, so help and wrong usage answer at once.
 * Exit codes: 0 done, 1 refused input or not possible now, 2 wrong usage.
 */
@org.jspecify.annotations.NullMarked
package org.casebridge.console;
