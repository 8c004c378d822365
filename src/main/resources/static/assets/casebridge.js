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

    // A signature drawn in a field of 600 by 200: moves and lines of whole numbers.
    document.querySelectorAll('[data-drawing]').forEach((place) => {
        const canvas = place.querySelector('canvas');
        const kept = document.getElementById(place.dataset.drawing);
        const pen = canvas.getContext('2d');
        let strokes = kept.value;
        let last = null;
        const draw = () => {
            pen.clearRect(0, 0, 600, 200);
            pen.lineWidth = 3;
            pen.lineCap = 'round';
            pen.stroke(new Path2D(strokes));
        };
        const at = (event) => {
            const box = canvas.getBoundingClientRect();
            const inside = (value, most) => Math.min(Math.max(Math.round(value), 0), most);
            return [inside((event.clientX - box.left) * 600 / box.width, 600), inside((event.clientY - box.top) * 200 / box.height, 200)];
        };
        const keep = () => { kept.value = strokes; kept.dispatchEvent(new Event('change', { bubbles: true })); };
        canvas.addEventListener('pointerdown', (event) => {
            if (strokes.length > 10_000) return;
            canvas.setPointerCapture(event.pointerId);
            last = at(event);
            strokes += `M${last[0]} ${last[1]}L${last[0]} ${last[1]}`;
            document.querySelector('input[name="signature"][value="DRAWN"]')?.click();
            draw();
        });
        canvas.addEventListener('pointermove', (event) => {
            const next = at(event);
            if (!last || strokes.length > 11_900 || Math.hypot(next[0] - last[0], next[1] - last[1]) < 4) return;
            last = next;
            strokes += `L${next[0]} ${next[1]}`;
            draw();
        });
        canvas.addEventListener('pointerup', () => { last = null; keep(); });
        place.querySelector('button').addEventListener('click', () => { strokes = ''; draw(); keep(); });
        place.hidden = false;
        draw();
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
