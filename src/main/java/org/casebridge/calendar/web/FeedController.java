package org.casebridge.calendar.web;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.SEE_MY_DAY;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.casebridge.access.Requires;
import org.casebridge.accounts.ServerAddress;
import org.casebridge.calendar.Feed;
import org.casebridge.calendar.Feeds;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The address for a calendar program: made, ended, and asked. Whoever asks is nobody; what they are told is what its owner sees, without a name. */
@Controller
class FeedController {

    private final Feeds feeds;
    private final ServerAddress address;
    private final Templates pages;
    private final TransactionTemplate apart;

    FeedController(Feeds feeds, ServerAddress address, Templates pages, PlatformTransactionManager transactions) {
        this.feeds = feeds;
        this.address = address;
        this.pages = pages;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The address is shown now and never again. */
    @PostMapping("/work-time/feed")
    @Requires(SEE_MY_DAY)
    View make(@RequestParam(defaultValue = "BUSY") Feed.Tells tells, HttpServletRequest request) {
        var secret = feeds.make(tells);
        return Page.of(pages.calendarFeedmade(address.of(request) + "/feed/" + secret + ".ics", tells));
    }

    @PostMapping("/work-time/feed/ending")
    @Requires(SEE_MY_DAY)
    View end() {
        feeds.end();
        return Page.at("/work-time");
    }

    @GetMapping("/feed/{feed}.ics")
    @Requires(ANYONE)
    ResponseEntity<byte[]> tell(@PathVariable String feed) {
        try {
            var opened = feeds.open(feed);
            var file = opened.whose().act(() -> apart.execute(_ -> feeds.file(opened.tells())));
            return ResponseEntity.ok().contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"casebridge.ics\"").body(file.getBytes(StandardCharsets.UTF_8));
        } catch (Refused gone) {
            return ResponseEntity.status(404).contentType(MediaType.TEXT_PLAIN).body(gone.getMessage() == null ? new byte[0] : gone.getMessage().getBytes(StandardCharsets.UTF_8));
        }
    }
}
