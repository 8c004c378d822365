package org.casebridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A person at a browser window of one width and language. Every page seen is checked by axe (WCAG 2.2 AA: nothing serious or critical), for
 * sideways scrolling, and for script errors; its picture is kept in {@code target/screens}.
 */
final class Walk implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screens");

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final String address;
    private final String name;
    private final java.util.ArrayList<String> scriptErrors = new java.util.ArrayList<>();
    private final boolean script;
    final Page page;

    Walk(String name, String address, int width, String language, boolean script) {
        this.name = name;
        this.address = address;
        this.script = script;
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(List.of("--no-sandbox", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setLocale(language).setJavaScriptEnabled(script)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(scriptErrors::add);
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") && Stream.of("status of 422", "status of 401", "status of 403").noneMatch(it.text()::contains)) {
                scriptErrors.add(it.text());
            }
        });
    }

    /** Debian's Chromium, or what CASEBRIDGE_CHROMIUM names. */
    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("CASEBRIDGE_CHROMIUM", "/usr/bin/chromium"), "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(() -> new IllegalStateException("no Chromium: run bin/test, which installs it"));
    }

    Walk open(String path) {
        page.navigate(address + path);
        return this;
    }

    Walk signIn(String username, String password) {
        open("/sign-in");
        page.fill("[name=username]", username);
        page.fill("[name=password]", password);
        page.locator("form[action='/sign-in'] button").click();
        return this;
    }

    Walk press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
        return this;
    }

    Walk follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
        return this;
    }

    Walk fill(String field, String text) {
        page.locator("[name='" + field + "']").first().fill(text);
        return this;
    }

    /** Gives a field its value, whatever kind of field it is; a check box or radio button is ticked. Skips a field that the page does not have. */
    Walk set(String field, String value) {
        var all = page.locator("form.sheet [name='" + field + "']:not([type=hidden])");
        if (all.count() == 0) {
            return this;
        }
        var kind = all.first().evaluate("it => it.tagName + ':' + it.type").toString();
        if (kind.startsWith("SELECT")) {
            all.first().selectOption(value);
        } else if (kind.endsWith(":radio") || kind.endsWith(":checkbox")) {
            page.locator("form.sheet [name='" + field + "'][value='" + value + "']").first().check();
        } else {
            all.first().fill(value);
        }
        return this;
    }

    /** Chooses the first real answer of a list. */
    Walk setFirst(String field) {
        page.locator("select[name='" + field + "'] option:not([value=''])").first().evaluate("it => { it.parentElement.value = it.value }");
        return this;
    }

    /** Gives every question with round buttons its n-th answer, counted from 0. */
    Walk answerAll(int answer) {
        page.waitForLoadState();
        page.evaluate("n => { const groups = {}; document.querySelectorAll('form.sheet input[type=radio]').forEach(it => (groups[it.name] ??= []).push(it));"
                + " Object.values(groups).forEach(it => { it[Math.min(n, it.length - 1)].checked = true; }) }", answer);
        return this;
    }

    Walk unfold() {
        page.evaluate("() => document.querySelectorAll('details').forEach(it => { it.open = true })");
        return this;
    }

    /** Locks the screen from the menu, which is folded away on a phone. */
    Walk lock() {
        if (!page.locator("form.lock button").isVisible()) {
            page.locator("details.menu > summary").click();
        }
        page.locator("form.lock button").click();
        return this;
    }

    /** Sends the form that goes to an address with this ending. */
    Walk send(String ending) {
        page.locator("form.sheet[action$='" + ending + "'] .deeds button.btn-primary").first().click();
        page.waitForLoadState();
        return this;
    }

    /** Sends it, and expects that nothing was refused. */
    Walk save(String ending) {
        send(ending);
        assertThat(page.locator("#problems").allInnerTexts()).as("refused by %s", ending).isEmpty();
        return this;
    }

    Walk choose(String field, String value) {
        page.locator("select[name='" + field + "']").first().selectOption(value);
        return this;
    }

    Walk tick(String field, String value) {
        page.locator("input[name='" + field + "'][value='" + value + "']").first().check();
        return this;
    }

    String path() {
        page.waitForLoadState();
        return page.url().substring(address.length());
    }

    String text() {
        page.waitForLoadState();
        return page.locator("body").innerText();
    }

    /** Looks at the page as it is: takes its picture and checks what must hold for every page (where scripts are off, axe cannot run: the picture only). */
    Walk look(String screen) {
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + screen + ".png")).setFullPage(true));
        if (!script) {
            return this;
        }
        assertThat(scriptErrors).as("script errors on %s", screen).isEmpty();
        var sideways = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(sideways).as("%s scrolls sideways by", screen).isLessThanOrEqualTo(0);
        var lost = page.evaluate("""
                [...document.querySelectorAll('[aria-current]')].filter(it => it.checkVisibility({ contentVisibilityAuto: true })).filter(it => {
                    const at = it.getBoundingClientRect();
                    const clip = [...function* (up) { while ((up = up.parentElement)) yield up; }(it)].filter(up => getComputedStyle(up).overflowX !== 'visible').map(up => up.getBoundingClientRect());
                    return at.left < 0 || at.right > document.documentElement.clientWidth + 1 || clip.some(box => at.right > box.right + 1 || at.left < box.left - 1);
                }).map(it => it.textContent)""");
        assertThat((List<?>) lost).as("where one is, but out of view, on %s", screen).isEmpty();
        var serious = new TreeMap<String, String>();
        new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations().stream()
                .filter(it -> it.getImpact().equals("serious") || it.getImpact().equals("critical"))
                .forEach(it -> serious.put(it.getId(), it.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList().toString()));
        assertThat(serious).as("axe on %s", screen).isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
