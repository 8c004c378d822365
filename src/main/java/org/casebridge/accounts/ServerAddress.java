package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Under which address people reach this server: what the setting {@code casebridge.public-url} says, else where the request was sent. */
@Component
public class ServerAddress {

    private final String said;

    ServerAddress(@Value("${casebridge.public-url:}") String said) {
        this.said = said.strip().replaceAll("/+$", "");
    }

    /** Without a slash at its end; empty when no setting says it and there is no request to ask. */
    public String said() {
        return said;
    }

    /** Without a slash at its end. */
    public String of(HttpServletRequest request) {
        if (!said.isEmpty()) {
            return said;
        }
        var usual = request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
        return UriComponentsBuilder.newInstance().scheme(request.getScheme()).host(request.getServerName()).port(usual ? -1 : request.getServerPort()).toUriString();
    }

    /** Scheme, host and port (RFC 6454). */
    String origin(HttpServletRequest request) {
        var address = URI.create(of(request));
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    String host(HttpServletRequest request) {
        return URI.create(of(request)).getHost();
    }
}
