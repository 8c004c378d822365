// Smoothness only: every page works without this file.
(() => {
    const forgery = () => document.querySelector('input[name="_csrf"]')?.value ?? '';

    document.addEventListener('htmx:configRequest', (event) => { event.detail.headers['X-XSRF-TOKEN'] = forgery(); });

    // "/" goes to the search box, Escape leaves it.
    document.addEventListener('keydown', (event) => {
        const find = document.getElementById('find');
        const typing = event.target.closest('input, textarea, select, [contenteditable]');
        if (event.key === '/' && find && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            find.focus();
        }
        if (event.key === 'Escape' && document.activeElement === find) {
            document.getElementById('found').replaceChildren();
            find.blur();
        }
    });

    // Drafts: what is typed is saved on the server while one types.
    const timers = new WeakMap();
    const saveDraft = async (form) => {
        const note = form.querySelector('.draft-saved');
        try {
            const answer = await fetch('/drafts', {
                method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-XSRF-TOKEN': forgery() }, redirect: 'manual' });
            if (answer.ok && note && !form.dataset.sent) note.textContent = await answer.text();
        } catch { /* the next keystroke tries again */ }
    };
    const typed = (event) => {
        const form = event.target.closest('form[data-draft="yes"]');
        if (!form || form.dataset.sent) return;
        clearTimeout(timers.get(form));
        timers.set(form, setTimeout(() => saveDraft(form), 600));
    };
    document.addEventListener('input', typed);
    document.addEventListener('change', typed);
    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (form.dataset.sent) { event.preventDefault(); return; }
        if (form.method === 'post') {
            form.dataset.sent = 'yes';
            clearTimeout(timers.get(form));
            setTimeout(() => { delete form.dataset.sent; }, 8000);
        }
    });

    // A refused form opens at its first problem.
    document.getElementById('problems')?.focus();

    // The idle lock: a countdown in the corner, then the screen is hidden and the draft kept.
    const lock = document.querySelector('form.lock');
    if (lock) {
        const minutes = Number(lock.dataset.idleMinutes);
        const shown = lock.querySelector('.countdown');
        let end = Date.now() + minutes * 60_000;
        let touched = Date.now();
        const touch = () => { touched = Date.now(); };
        ['keydown', 'pointerdown', 'scroll'].forEach((it) => document.addEventListener(it, touch, { passive: true }));
        const tick = async () => {
            if (touched > end - minutes * 60_000 + 60_000) {
                end = touched + minutes * 60_000;
                await fetch('/awake', { headers: { 'X-Requested-With': 'casebridge' } }).catch(() => {});
            }
            const left = Math.ceil((end - Date.now()) / 60_000);
            if (left <= 0) {
                document.querySelectorAll('form[data-draft="yes"]').forEach((it) => { if (timers.has(it)) saveDraft(it); });
                lock.requestSubmit();
            }
            shown.hidden = false;
            shown.textContent = shown.dataset.text.replace('#', Math.max(left, 0));
        };
        tick();
        setInterval(tick, 15_000);
    }
})();
