package org.casebridge.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each check is run without the defence that it is about, and has to go red: by what it asserts, not by falling over. */
class PlantedFaultsTest {

    @ParameterizedTest
    @EnumSource
    void each_check_goes_red_without_its_defence(Fault fault) {
        var failures = fault.during(() -> run(fault.check()));

        assertThat(failures).as("%s is planted, and %s is green", fault, fault.check()).isNotEmpty();
        assertThat(failures).as("%s fell over instead of finding something", fault.check()).allMatch(AssertionError.class::isInstance);
    }

    /** What made the test fail; none when it passes. */
    private static List<Throwable> run(String check) {
        var failures = new ArrayList<Throwable>();
        var counted = new ArrayList<String>();
        LauncherFactory.create(LauncherConfig.builder().enableLauncherSessionListenerAutoRegistration(false).enableTestExecutionListenerAutoRegistration(false).build())
                .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectMethod(check)).build(), new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        result.getThrowable().ifPresent(failures::add);
                        if (test.isTest()) {
                            counted.add(test.getDisplayName());
                        }
                    }
                });
        assertThat(counted).as("the test %s", check).isNotEmpty();
        return failures;
    }
}
