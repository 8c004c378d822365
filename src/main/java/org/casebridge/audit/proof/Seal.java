package org.casebridge.audit.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Over which rows, by whom and after which other seal. What is signed is the {@link #header}: it names the rows by the root of their tree, and the seal before
 * by its own root, so that no seal can be taken out. As a line of JSON, with the rows' numbers and hashes so that the row that was touched can be named.
 */
public record Seal(long number, int epoch, String system, String at, String horizon, long[] ids, byte[] leaves, String previous, String because, String key, String signature) {

    /** What stands for the seal before the first. */
    public static final String NOTHING = "0".repeat(64);

    /** How the reason of an epoch begins that follows on lost seals. */
    public static final String WENT_BACK = "the database went back";

    private static final HexFormat HEX = HexFormat.of();
    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

    /** Still without its signature. */
    public static Seal unsigned(long number, int epoch, String system, String at, String horizon, long[] ids, byte[] leaves, String previous, String because, String key) {
        return new Seal(number, epoch, system, at, horizon, ids, leaves, previous, because, key, "");
    }

    public Seal signed(String by) {
        return new Seal(number, epoch, system, at, horizon, ids, leaves, previous, because, key, by);
    }

    public byte[] header() {
        var numbers = ByteBuffer.allocate(ids.length * Long.BYTES);
        Arrays.stream(ids).forEach(numbers::putLong);
        return """
                casebridge audit seal 1
                number %d
                epoch %d
                system %s
                at %s
                horizon %s
                rows %d
                ids %s
                tree %s
                previous %s
                because %s
                key %s
                """.formatted(number, epoch, system, at, horizon, ids.length, HEX.formatHex(Merkle.sha256(numbers.array())), HEX.formatHex(Merkle.root(leaves)),
                previous, because.replaceAll("\\R", " "), key).getBytes(StandardCharsets.UTF_8);
    }

    /** By which the next seal names this one. */
    public String root() {
        return HEX.formatHex(Merkle.sha256(header()));
    }

    byte[] leaf(int place) {
        return Arrays.copyOfRange(leaves, place * Merkle.HASH, (place + 1) * Merkle.HASH);
    }

    public String line() {
        var line = new LinkedHashMap<String, Object>();
        line.put("number", number);
        line.put("epoch", epoch);
        line.put("system", system);
        line.put("at", at);
        line.put("horizon", horizon);
        line.put("ids", ids);
        line.put("leaves", TEXT.encodeToString(leaves));
        line.put("previous", previous);
        line.put("because", because);
        line.put("key", key);
        line.put("signature", signature);
        line.put("root", root());
        return JsonMapper.shared().writeValueAsString(line);
    }

    /** Fails with an exception of any kind when the line is none that {@link #line} wrote. */
    public static Seal read(String line) {
        var said = JsonMapper.shared().readTree(line);
        var ids = said.required("ids").valueStream().mapToLong(it -> it.asLong()).toArray();
        var leaves = Base64.getDecoder().decode(said.required("leaves").asString());
        if (leaves.length != ids.length * Merkle.HASH) {
            throw new IllegalArgumentException("as many hashes as numbers");
        }
        Map<String, String> text = new LinkedHashMap<>();
        for (var name : new String[] {"system", "at", "horizon", "previous", "because", "key", "signature"}) {
            text.put(name, said.required(name).asString());
        }
        return new Seal(said.required("number").asLong(), said.required("epoch").asInt(), text.get("system"), text.get("at"), text.get("horizon"), ids, leaves,
                text.get("previous"), text.get("because"), text.get("key"), text.get("signature"));
    }

    /** When the seal on this line was made; long ago when the line cannot be read, so that nobody leaves it out. */
    public static Instant made(String line) {
        try {
            return Instant.parse(read(line).at);
        } catch (RuntimeException unreadable) {
            return Instant.EPOCH;
        }
    }
}
