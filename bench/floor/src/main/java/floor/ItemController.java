package floor;

import floor.pages.Templates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fifty rows of one table, and one more row. */
@Controller
class ItemController {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Templates pages;

    ItemController(JdbcClient db, TransactionTemplate transaction, Templates pages) {
        this.db = db;
        this.transaction = transaction;
        this.pages = pages;
        db.sql("""
                create schema if not exists floor;
                create table if not exists floor.item (id uuid primary key, name text not null, program text not null, worker text not null, opened_on date not null, note text not null);
                truncate floor.item;
                insert into floor.item select gen_random_uuid(), 'Client number ' || n, 'Family Support', 'Rosa Alvarez', current_date - n % 300, 'Called about the rent' from generate_series(1, 1000) n;
                create index if not exists item_by_name on floor.item (name);
                analyze floor.item
                """).update();
    }

    @GetMapping("/items")
    ResponseEntity<byte[]> list() {
        var items = transaction.execute(_ -> db.sql("select * from floor.item order by name limit 50").query(Item.class).list());
        return ResponseEntity.ok().contentType(new MediaType("text", "html", StandardCharsets.UTF_8)).body(pages.items(items).render().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/items")
    ResponseEntity<Void> add(@RequestParam String name, @RequestParam String note) {
        transaction.executeWithoutResult(_ -> db.sql("insert into floor.item values (?, ?, 'Family Support', 'Rosa Alvarez', ?, ?)")
                .params(UUID.randomUUID(), name, LocalDate.now(), note).update());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/items").build();
    }
}
