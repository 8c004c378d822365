// Passkeys: shows their buttons where the browser knows them, fetches what to ask, and sends what it answered as a field of the form. Every page works without it, by another factor.
(() => {
    const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (it) => it.charCodeAt(0));
    const text = (buffer) => (buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : undefined);
    const keys = (all) => (all ?? []).map((it) => ({ ...it, id: bytes(it.id) }));

    const make = async (asked) => {
        const made = await navigator.credentials.create({ publicKey: {
            ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: keys(asked.excludeCredentials) } });
        return { id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
            response: { clientDataJSON: text(made.response.clientDataJSON), attestationObject: text(made.response.attestationObject), transports: made.response.getTransports?.() ?? [] } };
    };
    const show = async (asked) => {
        const shown = await navigator.credentials.get({ publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: keys(asked.allowCredentials) } });
        return { id: shown.id, rawId: text(shown.rawId), type: shown.type, clientExtensionResults: {},
            response: { clientDataJSON: text(shown.response.clientDataJSON), authenticatorData: text(shown.response.authenticatorData),
                signature: text(shown.response.signature), userHandle: text(shown.response.userHandle) } };
    };

    const known = Boolean(window.PublicKeyCredential && navigator.credentials);
    document.querySelectorAll('[data-passkey-missing]').forEach((it) => { it.hidden = known; });
    if (!known) return;
    document.querySelectorAll('[data-passkey]').forEach((place) => {
        const button = place.querySelector('button');
        const problem = place.querySelector('.problem');
        const form = place.closest('form');
        place.hidden = false;
        if (place.dataset.passkey === 'make') form.addEventListener('submit', (event) => { event.preventDefault(); button.click(); });
        button.addEventListener('click', async () => {
            problem.hidden = true;
            button.disabled = true;
            try {
                const answer = await fetch(place.dataset.question, { method: 'POST', headers: { 'X-XSRF-TOKEN': form.elements._csrf.value, Accept: 'application/json' }, redirect: 'manual' });
                if (!answer.ok) { location.reload(); return; }
                const asked = await answer.json();
                form.elements[place.dataset.field].value = JSON.stringify(await (place.dataset.passkey === 'make' ? make : show)(asked));
                form.submit();
            } catch {
                button.disabled = false;
                problem.hidden = false;
            }
        });
    });
})();
