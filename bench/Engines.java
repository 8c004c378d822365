import java.util.List;

/** The part of the report on questionnaires: pages by their milliseconds, the engine alone by its counts ({@code engine} as {@link Questions} prints it). */
record Engines(List<Measured> measured, List<Double> engine) {

    private record Aim(String page, int users, double most) {}

    private static final List<Aim> AIMS = List.of(new Aim(FormPages.PAGE, 8, 15), new Aim(FormPages.ANSWER, 8, 20), new Aim(FormPages.LARGE, 1, 300));
    private static final double A_SECOND = 1_000;
    private static final double OPENS = 300;

    String text() {
        var text = new StringBuilder("\n| questionnaires | where | users | p95 ms | CPU to the floor | aim (p95 ms, idle machine) |\n|---|---|---:|---:|---:|---|\n");
        for (var aim : AIMS) {
            measured.stream().filter(it -> it.page().name().equals(aim.page()) && it.users() == aim.users()).forEach(it -> text.append("| %s | %s | %d | %.1f | %.1f | %s |\n"
                    .formatted(aim.page(), it.where(), it.users(), it.p95(), it.cpu() / floor(it).cpu(), Report.verdict(it.p95(), aim.most()))));
        }
        text.append("\n| the engine alone, on one core | measured | aim |\n|---|---:|---|\n");
        text.append("| PHQ-9 responses scored a second, by weights | %.0f | %s |\n".formatted(engine.get(0), least(engine.get(0))));
        text.append("| PHQ-9 responses scored a second, by an expression | %.0f | %s |\n".formatted(engine.get(1), least(engine.get(1))));
        return text.append("| a questionnaire of 2,000 items opens, ms | %.0f | %s |\n".formatted(engine.get(2), Report.verdict(engine.get(2), OPENS))).toString();
    }

    private Measured floor(Measured it) {
        return measured.stream().filter(one -> one.page().name().equals(it.page().floor()) && one.users() == it.users()).findFirst().orElseThrow();
    }

    private static String least(double value) {
        return "%s (≥ %.0f)".formatted(value >= A_SECOND ? "met" : "**missed**", A_SECOND);
    }
}
