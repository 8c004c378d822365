package org.casebridge.consent.fault;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.View;

/** Everything that goes around the door, in one place, so that a test can see that it would be found. It is no bean and answers nothing. */
public class PlantedFault {

    @Requires(Permission.ANSWER_REFERRALS)
    public View aPartnersPageWithoutTheDoor() {
        return Page.of(null);
    }

    public ResponseEntity<byte[]> bytesOfItsOwn() {
        return ResponseEntity.ok(new byte[0]);
    }

    public View aCopyForSomebodyElse() {
        return Page.in(Locale.ENGLISH, null);
    }

    public PdfRendererBuilder aPdfOfItsOwn() {
        return new PdfRendererBuilder();
    }

    /** An answer of another kind. */
    public static class AnotherView implements View {
        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(200);
        }
    }
}
