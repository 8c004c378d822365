import java.util.List;
import java.util.Map;

/** The table that bin/bench prints. */
record Report(List<Measured> measured, Map<String, Long> memory, List<String> seeds, List<Integer> sizes) {

    /** Where the row policies, the labels and the audit were taken from the database. */
    static final String OPEN = "walls down";
    private static final double GROWTH = 1.5;
    private static final double LOSS = 25;
    private static final double NOTE = 8;
    private static final long MEMORY = 700;

    String text() {
        var text = new StringBuilder("# Casebridge against its floor\n\n");
        text.append("Floor and Casebridge ran one after the other on this machine (%d processors, load %.1f at the end) and one embedded PostgreSQL. Milliseconds hold for an idle machine only; trust the ratios.\n\n"
                .formatted(Runtime.getRuntime().availableProcessors(), java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        seeds.forEach(it -> text.append("Seed: ").append(it).append("\n"));
        text.append("\n| where | request | users | a second | p50 ms | p95 ms | p99 ms | CPU ms server | CPU ms database | CPU to the floor | aim | failed |\n|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|\n");
        for (var it : measured) {
            double ratio = it.cpu() / floor(it).cpu();
            text.append("| %s | %s | %d | %.0f | %.1f | %.1f | %.1f | %.2f | %.2f | %.1f | %s | %d |\n".formatted(it.where(), it.page().name(), it.users(), it.rate(), it.p50(), it.p95(), it.p99(),
                    it.server(), it.database(), ratio, it.where().equals("floor") ? "" : verdict(ratio, it.page().aim()), it.failed()));
        }
        text.append("\n| request | users | p95 at %,d to p95 at %,d | CPU at %,d to %,d | aim (p95) |\n|---|---:|---:|---:|---|\n".formatted(sizes.getLast(), sizes.getFirst(), sizes.getLast(), sizes.getFirst()));
        for (var it : measured) {
            if (it.where().equals(where(sizes.getLast()))) {
                var before = measured.stream().filter(one -> one.where().equals(where(sizes.getFirst())) && one.page().name().equals(it.page().name()) && one.users() == it.users()).findFirst().orElseThrow();
                text.append("| %s | %d | %.2f | %.2f | %s |\n".formatted(it.page().name(), it.users(), it.p95() / before.p95(), it.cpu() / before.cpu(), verdict(it.p95() / before.p95(), GROWTH)));
            }
        }
        text.append("\n| request at 8 users | a second with walls | walls down | lost %% | aim | p95 more, ms | aim |\n|---|---:|---:|---:|---|---:|---|\n".formatted());
        for (var it : measured) {
            if (it.where().equals(OPEN) && it.users() == 8) {
                var walled = measured.stream().filter(one -> one.where().equals(where(sizes.getLast())) && one.page().name().equals(it.page().name()) && one.users() == 8).findFirst().orElseThrow();
                double lost = 100 * (1 - walled.rate() / it.rate());
                text.append("| %s | %.0f | %.0f | %.0f | %s | %.1f | %s |\n".formatted(it.page().name(), walled.rate(), it.rate(), lost, verdict(lost, LOSS), walled.p95() - it.p95(),
                        it.page().floor().equals("floor's insert") ? verdict(walled.p95() - it.p95(), NOTE) : ""));
            }
        }
        text.append("\n| memory of the server, at most | MiB | aim |\n|---|---:|---|\n");
        memory.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(it -> text.append("| %s | %d | %s |\n".formatted(it.getKey(), it.getValue(),
                it.getKey().equals("floor") ? "" : verdict(it.getValue(), MEMORY))));
        return text.toString();
    }

    private Measured floor(Measured it) {
        return measured.stream().filter(one -> one.page().name().equals(it.page().floor()) && one.users() == it.users()).findFirst().orElseThrow();
    }

    private static String where(int clients) {
        return "%,d clients".formatted(clients);
    }

    static String verdict(double value, double aim) {
        if (Double.isInfinite(aim)) {
            return "";
        }
        return "%s (≤ %s)".formatted(value <= aim ? "met" : "**missed**", aim == Math.rint(aim) ? String.valueOf((long) aim) : String.valueOf(aim));
    }
}
