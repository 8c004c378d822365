package org.casebridge.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.casebridge.PageTest;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sealed opens at its place only, with the right key only. */
@PageTest
class SealedTest {

    @Autowired Sealed sealed;
    @Autowired Keyset keyset;
    @Autowired JdbcClient db;

    @Test
    void a_value_opens_at_its_place_and_nowhere_else() {
        var row = Id.fresh();
        var hidden = sealed.seal("219-09-9999", "clients.identifier", "value", row);

        assertThat(new String(hidden, StandardCharsets.ISO_8859_1)).doesNotContain("9999");
        assertThat(sealed.open(hidden, "clients.identifier", "value", row)).isEqualTo("219-09-9999");
        assertThatThrownBy(() -> sealed.open(hidden, "clients.identifier", "value", Id.fresh())).isInstanceOf(Sealed.Broken.class);
        assertThatThrownBy(() -> sealed.open(hidden, "clients.identifier", "system", row)).isInstanceOf(Sealed.Broken.class);
        hidden[hidden.length - 1] ^= 1;
        assertThatThrownBy(() -> sealed.open(hidden, "clients.identifier", "value", row)).isInstanceOf(Sealed.Broken.class);
    }

    @Test
    void sealed_twice_a_value_looks_different_and_its_token_is_the_same() {
        assertThat(sealed.seal("a", "t", "c", 1)).isNotEqualTo(sealed.seal("a", "t", "c", 1));
        assertThat(sealed.token("SSN", "219099999")).isEqualTo(sealed.token("SSN", "219099999")).hasSize(32)
                .isNotEqualTo(sealed.token("SSN", "219099998")).isNotEqualTo(sealed.token("PASSPORT", "219099999"));
    }

    @Test
    void after_a_new_key_what_the_older_sealed_still_opens() throws Exception {
        var before = sealed.seal("kept", "t", "c", 1);
        int keys = keyset.read().keys().size();
        keyset.rotate();

        assertThat(keyset.read().keys().size()).isEqualTo(keys + 1);
        assertThat(sealed.open(before, "t", "c", 1)).isEqualTo("kept");
        assertThat(sealed.open(sealed.seal("new", "t", "c", 1), "t", "c", 1)).isEqualTo("new");
        assertThat(sealed.seal("new", "t", "c", 1)[4]).isNotEqualTo(before[4]);
    }

    @Test
    void another_server_opens_at_once_what_a_key_sealed_that_it_did_not_know(@Value("${casebridge.data}") String data) throws Exception {
        var other = new Sealed(new Keyset(db, new SealingSettings(null, null), data));
        keyset.rotate();

        assertThat(other.open(sealed.seal("from here", "t", "c", 1), "t", "c", 1)).isEqualTo("from here");
        assertThat(sealed.open(other.seal("from there", "t", "c", 1), "t", "c", 1)).isEqualTo("from there");
    }

    @Test
    void a_server_with_another_key_or_without_the_key_does_not_start(@TempDir Path folder) {
        var other = new SealingSettings(Base64.getEncoder().encodeToString(new byte[32]), null);
        assertThatThrownBy(() -> new Keyset(db, other, folder.toString())).isInstanceOf(Stopped.class).hasMessageContaining("does not open");
        assertThatThrownBy(() -> new Keyset(db, new SealingSettings(null, null), folder.toString())).isInstanceOf(Stopped.class).hasMessageContaining("is missing");
        assertThatThrownBy(() -> new Keyset(db, new SealingSettings("short", null), folder.toString())).isInstanceOf(Stopped.class).hasMessageContaining("32 bytes");
    }

    @Test
    void a_key_that_others_can_read_is_refused(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> MasterKey.find(new SealingSettings(null, file.toString()), folder, true)).isInstanceOf(Stopped.class).hasMessageContaining("chmod 400");
    }

    @Test
    void a_first_start_makes_a_key_that_only_its_owner_reads(@TempDir Path folder) throws Exception {
        var made = MasterKey.find(new SealingSettings(null, null), folder, true);
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/casebridge.key"))).isEqualTo(PosixFilePermissions.fromString("r--------"));
        assertThat(MasterKey.find(new SealingSettings(null, null), folder, false).bits()).isEqualTo(made.bits());
    }
}
