package org.casebridge.accounts;

import static org.casebridge.access.Permission.SIGNED_IN;

import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A page and a deed that ask for a factor just shown, and say what reached them. */
@Controller
class StepUpExample {

    @GetMapping("/tests/step-up")
    @Requires(value = SIGNED_IN, stepUp = true)
    @ResponseBody
    String page() {
        return Actor.current().session() + " " + Actor.current().factors();
    }

    @PostMapping("/tests/step-up")
    @Requires(value = SIGNED_IN, stepUp = true)
    @ResponseBody
    String deed(@RequestParam List<String> said) {
        return "did " + said;
    }
}
