package org.casebridge.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether everybody here needs a second factor: yes, unless the settings say no or this is the demo. */
@Component
public class Mfa {

    private final boolean required;

    Mfa(MfaSettings settings, @Value("${casebridge.demo:false}") boolean demo) {
        required = settings.required() == null ? !demo : settings.required();
    }

    public boolean required() {
        return required;
    }
}
