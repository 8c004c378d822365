// Smoothness only: every page works without this file.
(() => {
    const forgery = () => document.querySelector('input[name="_csrf"]')?.value ?? '';

    document.addEventListener('htmx:configRequest', (event) => { event.detail.headers['X-XSRF-TOKEN'] = forgery(); });

    // "/" goes to the search box, Escape leaves it, "n" begins a note.
    document.addEventListener('keydown', (event) => {
        const find = document.getElementById('find');
        const typing = event.target.closest('input, textarea, select, [contenteditable]');
        if (event.key === '/' && find && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            find.focus();
        }
        // "n" writes a note: about the client of this page, else about whom one chooses.
        if (event.key === 'n' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            const note = document.querySelector('.person .doing a[href$="/contacts/new"]') ?? document.getElementById('quick-note');
            if (note) {
                event.preventDefault();
                note.click();
            }
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

    // Questions that answer while one types: what was typed while the answer was on its way stays.
    const questions = document.getElementById('questions');
    if (questions) {
        const answers = () => new Map([...questions.querySelectorAll('input:not([type="hidden"]):not([type="file"]), textarea, select')]
            .filter((it) => it.id).map((it) => [it.id, it.type === 'radio' || it.type === 'checkbox' ? it.checked : it.value]));
        let sent = new Map();
        let newer = [];
        // A number between two others may be slid to; the field beside it is what counts, so that not answered stays not answered.
        const slides = () => questions.querySelectorAll('input[data-slide]').forEach((field) => {
            const [least, greatest, step] = field.dataset.slide.split(' ');
            const slide = Object.assign(document.createElement('input'), { type: 'range', min: least, max: greatest, step, className: 'form-range', tabIndex: -1 });
            slide.setAttribute('aria-hidden', 'true');
            slide.value = field.value || least;
            slide.addEventListener('input', (event) => {
                event.stopPropagation();
                field.value = slide.value;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            });
            field.after(slide);
        });
        document.addEventListener('htmx:beforeRequest', (event) => { if (event.detail.target === questions) sent = answers(); });
        document.addEventListener('htmx:beforeSwap', (event) => {
            if (event.detail.target === questions) newer = [...answers()].filter(([id, value]) => sent.has(id) && sent.get(id) !== value);
        });
        document.addEventListener('htmx:afterSwap', (event) => {
            if (event.detail.target !== questions) return;
            newer.forEach(([id, value]) => {
                const field = document.getElementById(id);
                if (field) field[typeof value === 'boolean' ? 'checked' : 'value'] = value;
            });
            slides();
        });
        slides();
    }

    // A refused form opens at its first problem.
    document.getElementById('problems')?.focus();

    // The idle lock: a countdown in the corner, two minutes before its end a question over the page, which stays as it is; then what was typed is kept and the screen locked.
    // Windows of one browser share their session, so they tell each other of use.
    const lock = document.querySelector('form.lock');
    if (lock) {
        const idle = Number(lock.dataset.idleSeconds) * 1000;
        const warning = Math.min(120_000, idle / 2);
        const shown = lock.querySelector('.countdown');
        const asking = document.querySelector('dialog.idle');
        const left = asking.querySelector('.left');
        const windows = 'BroadcastChannel' in window ? new BroadcastChannel('casebridge-use') : null;
        let end = Date.now() + idle;
        let touched = Date.now();
        const goOn = () => {
            end = touched + idle;
            if (asking.open) asking.close();
        };
        const stay = () => {
            touched = Date.now();
            goOn();
            windows?.postMessage(touched);
            tick();
            return fetch('/awake', { headers: { 'X-Requested-With': 'casebridge' } }).catch(() => {});
        };
        const leave = async () => {
            clearInterval(clock);
            await Promise.allSettled([...document.querySelectorAll('form[data-draft="yes"]')].filter((it) => timers.has(it)).map(saveDraft));
            lock.requestSubmit();
        };
        const say = (text) => { if (left.textContent !== text) left.textContent = text; };
        const tick = () => {
            if (!asking.open && touched > end - idle + idle / 15) stay();
            const rest = end - Date.now();
            if (rest <= 0) { leave(); return; }
            if (rest <= warning) {
                if (!asking.open) asking.showModal();
                const seconds = Math.ceil(rest / 1000);
                // Said aloud at each of these, not each second.
                say(seconds > 60 ? left.dataset.minutes.replace('#', Math.ceil(seconds / 60)) : left.dataset.seconds.replace('#', [5, 10, 20, 30, 60].find((it) => seconds <= it)));
            }
            shown.hidden = false;
            shown.textContent = shown.dataset.text.replace('#', Math.ceil(rest / 60_000));
        };
        ['keydown', 'pointerdown', 'scroll'].forEach((it) => document.addEventListener(it, () => { if (!asking.open) touched = Date.now(); }, { passive: true }));
        windows?.addEventListener('message', (event) => { if (event.data > touched) { touched = event.data; goOn(); } });
        asking.addEventListener('cancel', (event) => { event.preventDefault(); stay(); });
        asking.querySelector('[data-idle="stay"]').addEventListener('click', stay);
        asking.querySelector('[data-idle="lock"]').addEventListener('click', leave);
        windows?.postMessage(touched);
        const clock = setInterval(tick, 1000);
        tick();
    }
})();
