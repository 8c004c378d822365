package org.casebridge.matrix;

import static org.casebridge.access.Permission.SIGNED_IN;

import org.casebridge.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Does what a rule of a table refuses though no rule of the code did, and what nobody foresaw: with a text that somebody typed. */
@Controller
class Contradiction {

    private final JdbcClient db;

    Contradiction(JdbcClient db) {
        this.db = db;
    }

    @PostMapping("/tests/contradiction")
    @Requires(SIGNED_IN)
    @ResponseBody
    String contradict(@RequestParam String said) {
        db.sql("insert into access.agency (id, name, zone) values (gen_random_uuid(), :said, null)").param("said", said).update();
        return "";
    }

    @PostMapping("/tests/misfortune")
    @Requires(SIGNED_IN)
    @ResponseBody
    String fail(@RequestParam String said) {
        return db.sql("select (:said)::integer::text").param("said", said).query(String.class).single();
    }
}
