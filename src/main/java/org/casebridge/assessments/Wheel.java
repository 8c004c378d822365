package org.casebridge.assessments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The domains of a needs assessment as a wheel of {@link #SIZE} by {@link #SIZE} units: one spoke each, numbered in order from the top, the rim 5, near the hub 1. Only domains that were
 * asked now or at first have a spoke.
 */
public record Wheel(List<Spoke> spokes) {

    public static final int SIZE = 320;
    public static final int HUB = SIZE / 2;

    /** The radius of one level. */
    private static final double LEVEL = 26;

    /** Points as "x,y"; where the domain was not asked then, null. The number stands at {@code labelX}, {@code labelY}. */
    public record Spoke(int number, NeedsPicture.Domain domain, String rim, int labelX, int labelY, @Nullable String now, @Nullable String before) {}

    static Wheel of(List<NeedsPicture.Domain> domains) {
        var asked = domains.stream().filter(it -> it.level() != null || it.before() != null).toList();
        var spokes = new ArrayList<Spoke>();
        for (int i = 0; i < asked.size(); i++) {
            double angle = 2 * Math.PI * i / asked.size() - Math.PI / 2;
            var one = asked.get(i);
            spokes.add(new Spoke(i + 1, one, at(angle, 5), x(angle, 5.55), y(angle, 5.55) + 4, one.level() == null ? null : at(angle, one.level()), one.before() == null ? null : at(angle, one.before())));
        }
        return new Wheel(List.copyOf(spokes));
    }

    /** Three spokes make an area; fewer are told in the table alone. */
    public boolean drawn() {
        return spokes.size() >= 3;
    }

    public String now() {
        return outline(Spoke::now);
    }

    public String before() {
        return outline(Spoke::before);
    }

    /** The rings of the levels 1 to 5. */
    public List<Integer> rings() {
        return List.of(1, 2, 3, 4, 5).stream().map(it -> (int) Math.round(it * LEVEL)).toList();
    }

    private String outline(Function<Spoke, @Nullable String> point) {
        return String.join(" ", spokes.stream().map(point).filter(it -> it != null).toList());
    }

    private static String at(double angle, int level) {
        return x(angle, level) + "," + y(angle, level);
    }

    private static int x(double angle, double level) {
        return HUB + (int) Math.round(Math.cos(angle) * level * LEVEL);
    }

    private static int y(double angle, double level) {
        return HUB + (int) Math.round(Math.sin(angle) * level * LEVEL);
    }
}
