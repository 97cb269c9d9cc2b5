'use strict';

// The server renders every state of this page; this script tells it what a person did, and swaps in what changed.

const page = document.getElementById('page');

// --- Telling the server -------------------------------------------------------------------------------------------

async function tell(what, body) {
  try {
    const answer = await fetch('/practice/page/' + what, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Practice-Page': 'yes'},
      body: JSON.stringify({as: page.dataset.as, ...body}),
    });
    return answer.ok ? await answer.json() : {problem: 'Beforehand answered with ' + answer.status + '.'};
  } catch {
    return {problem: 'Beforehand does not answer.'};
  }
}

/** Where an element stands, as its data attributes say. */
function place(element) {
  const {channel, ts, view, blockId: block, actionId: action} = element.dataset;
  return {channel, ts, view, block, action};
}

/** All values of a form, by field name. */
function values(form) {
  const all = {};
  for (const [name, value] of form ? new FormData(form) : []) (all[name] ??= []).push(value);
  return all;
}

async function act(element) {
  if (element.ariaBusy === 'true' || !(await confirmed(element))) return;
  if (element.dataset.url) window.open(element.dataset.url, '_blank', 'noopener');
  warn(element, null);
  element.ariaBusy = 'true';
  const answer = await tell('act', {
    ...place(element),
    value: element.dataset.act === 'click' ? element.dataset.value : undefined,
    form: values(element.closest('form')),
  });
  element.ariaBusy = null;
  closeMenus();
  warn(element, answer.problem);
  refresh();
}

async function react(button) {
  const message = button.closest('[data-message]');
  const answer = await tell('react', {...place(message), name: button.dataset.react});
  warn(button, answer.problem);
  refresh();
}

async function shortcut(button) {
  const menu = button.closest('.menu');
  const message = button.closest('[data-message]');
  menu.open = false;
  const answer = await tell('shortcut', {...(message ? place(message) : {}), id: button.dataset.shortcut});
  if (message) warn(menu.closest('.hover'), answer.problem);
  else menu.closest('form').querySelector('.error').textContent = answer.problem ?? '';
  refresh();
}

async function send(form) {
  const field = form.querySelector('textarea');
  const text = field.value.trim();
  const error = form.querySelector('.error');
  if (!text) return;
  field.value = '';
  const {letter, channel, thread} = form.dataset;
  const answer = await (letter ? tell('answer-letter', {letter, text}) : tell('say', {channel, thread, text}));
  error.textContent = answer.problem ?? '';
  if (answer.problem && !field.value) field.value = text;
  await refresh();
  scrollToLast(form.parentElement.querySelector('.messages'));
}

/** Gives files to the app, as if they were dropped into the room. */
async function drop(form, files) {
  const error = form.querySelector('.error');
  for (const file of files) {
    const about = new URLSearchParams({as: page.dataset.as, channel: form.dataset.channel, name: file.name});
    try {
      const answer = await fetch('/practice/page/drop?' + about, {
        method: 'POST',
        headers: {'Content-Type': 'application/octet-stream', 'X-Practice-Page': 'yes'},
        body: file,
      });
      error.textContent = answer.ok ? (await answer.json()).problem ?? '' : 'Beforehand answered with ' + answer.status + '.';
    } catch {
      error.textContent = 'Beforehand does not answer.';
    }
  }
  await refresh();
  scrollToLast(form.parentElement.querySelector('.messages'));
}

async function bounce(button) {
  const answer = await tell('bounce-letter', {letter: button.dataset.letter});
  button.form.querySelector('.error').textContent = answer.problem ?? '';
}

async function submit(form) {
  const dialog = form.closest('dialog');
  const button = form.querySelector('[data-submit]');
  if (!button || button.ariaBusy === 'true') return;
  for (const error of form.querySelectorAll('.error')) error.textContent = '';
  button.ariaBusy = 'true';
  const answer = await tell('submit', {view: dialog.dataset.view, form: values(form)});
  button.ariaBusy = null;
  for (const [block, words] of Object.entries(answer.errors ?? {})) {
    const error = [...form.querySelectorAll('[data-error-for]')].find(each => each.dataset.errorFor === block);
    (error ?? form.querySelector('.error')).textContent = words;
  }
  form.querySelector('.error').textContent ||= answer.problem ?? '';
  form.querySelector('.error:not(:empty)')?.scrollIntoView({block: 'center'});
  await refresh();
}

async function closeView(dialog) {
  await tell('close', {view: dialog.dataset.view});
  refresh();
}

async function nextMorning(button) {
  if (button.ariaBusy === 'true') return;
  const words = button.textContent;
  button.textContent = button.dataset.busy;
  button.ariaBusy = 'true';
  const answer = await tell('next-morning', {});
  button.textContent = words;
  button.ariaBusy = null;
  warn(button, answer.problem);
  await refresh();
  scrollToLast(page.querySelector('main .messages'));
}

async function misbehave(button) {
  const {count, share} = button.dataset;
  await tell('misbehave', {fault: button.closest('[data-fault]').dataset.fault, count, share});
  refresh();
}

async function behave(button) {
  await tell('behave', {fault: button.closest('[data-fault]')?.dataset.fault});
  refresh();
}

/** The sign that a click failed, until the next one. */
function warn(element, problem) {
  const at = element.closest('.menu, .hover') ?? element;
  if (at.nextElementSibling?.matches('.failed')) at.nextElementSibling.remove();
  if (!problem || !at.isConnected) return;
  const sign = Object.assign(document.createElement('span'), {className: 'failed', role: 'alert', textContent: '⚠ ' + problem.replace(/^⚠ /, '')});
  sign.dataset.own = '';
  at.after(sign);
}

// --- Asking first -------------------------------------------------------------------------------------------------

function confirmed(element) {
  const asked = element.closest('.menu') ?? element;
  const words = asked.nextElementSibling?.matches('template.confirm') ? asked.nextElementSibling : null;
  if (!words) return true;
  const dialog = document.getElementById('confirm');
  document.getElementById('confirm-words').replaceChildren(words.content.cloneNode(true));
  const [deny, confirm] = dialog.querySelectorAll('button');
  deny.textContent = words.dataset.deny || 'Cancel';
  confirm.textContent = words.dataset.confirm || 'Yes';
  confirm.className = 'button ' + (words.dataset.style === 'danger' ? 'danger' : 'primary');
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'confirm'), {once: true}));
}

// --- Showing what changed -----------------------------------------------------------------------------------------

let refreshing = null;
let again = false;

/** Fetches this page anew and swaps in what differs; called in the middle of that, it does so once more. */
function refresh() {
  again = true;
  refreshing ??= (async () => {
    try {
      while (again) {
        again = false;
        const address = location.href;
        const answer = await fetch(address, {cache: 'no-store'});
        if (answer.ok && address === location.href) show(await answer.text());
      }
    } catch { /* The event source notices, and calls again when the server is back. */ } finally {
      refreshing = null;
    }
  })();
  return refreshing;
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const read = [...page.querySelectorAll('.messages')].filter(isAtEnd).map(list => [list.id, list.childElementCount]);
  document.title = fresh.title;
  morph(page, fresh.getElementById('page'));
  for (const [id, count] of read) {
    const list = document.getElementById(id);
    if (list && list.childElementCount !== count) scrollToLast(list);
  }
  settle();
}

const KEPT = new Set(['open', 'aria-busy']);

/** Makes one node like another, keeping the nodes that stay, and with them focus, typed text and open menus. */
function morph(from, to) {
  if (from.hasAttribute('data-keep')) return;
  for (const {name, value} of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  for (const {name} of [...from.attributes]) if (!to.hasAttribute(name) && !KEPT.has(name)) from.removeAttribute(name);
  const wanted = new Set([...to.children].map(child => child.id).filter(Boolean));
  for (const child of [...from.children]) if (child.id && !wanted.has(child.id)) child.remove();
  const byId = new Map([...from.children].filter(child => child.id).map(child => [child.id, child]));
  let at = from.firstChild;
  for (const next of [...to.childNodes]) {
    while (at?.dataset && 'own' in at.dataset) at = at.nextSibling;
    const same = next.id ? byId.get(next.id) : alike(at, next) ? at : null;
    if (!same) {
      from.insertBefore(document.importNode(next, true), at);
      continue;
    }
    if (same === at) at = at.nextSibling;
    else from.insertBefore(same, at);
    if (same.nodeType === Node.ELEMENT_NODE) morph(same, next);
    else if (same.data !== next.data) same.data = next.data;
  }
  while (at) {
    const rest = at;
    at = at.nextSibling;
    if (!(rest.dataset && 'own' in rest.dataset)) rest.remove();
  }
}

function alike(node, next) {
  return node && node.nodeType === next.nodeType && node.nodeName === next.nodeName && !node.id
    && node.dataset?.actionId === next.dataset?.actionId && node.dataset?.blockId === next.dataset?.blockId;
}

let lookedAt = null;

/** Tells once that somebody looks at Home, however often it changes while they do. */
function lookAtHome() {
  const home = page.querySelector('[data-home]')?.id ?? null;
  if (home !== lookedAt && home) tell('open-home', {});
  lookedAt = home;
}

const settled = new WeakSet();
const putTo = new WeakMap();

/** What the markup alone cannot say: dialogs are opened, lists scrolled, choices named, unread rooms marked. */
function settle() {
  for (const dialog of page.querySelectorAll('dialog:not([open])')) {
    dialog.showModal();
    dialog.querySelector('.modal-body :is(input, textarea, select)')?.focus();
  }
  for (const list of page.querySelectorAll('.messages')) {
    if (settled.has(list)) continue;
    settled.add(list);
    if (list.dataset.scroll !== 'top') scrollToLast(list);
  }
  page.querySelectorAll('.many').forEach(nameChosen);
  for (const parent of page.querySelectorAll('.parent')) {
    parent.classList.toggle('long', parent.firstElementChild.scrollHeight > 280);
  }
  markUnread();
  lookAtHome();
  document.documentElement.dataset.refreshed = String(Number(document.documentElement.dataset.refreshed ?? 0) + 1);
}

/** Whether a person reads the newest: the list stands at its end, or where it was put and not moved since. */
function isAtEnd(list) {
  const left = list.scrollHeight - list.scrollTop - list.clientHeight;
  return list.dataset.scroll !== 'top' && (left < 120 || Math.abs(list.scrollTop - putTo.get(list)) < 2);
}

/** Scrolls to the end, or to the head of the last message where it is longer than the window. */
function scrollToLast(list) {
  const last = list?.querySelector('.message:last-of-type');
  if (!last) return;
  const head = last.offsetTop - list.offsetTop - 40;
  list.scrollTop = Math.min(head, list.scrollHeight - list.clientHeight);
  putTo.set(list, list.scrollTop);
}

function nameChosen(menu) {
  const chosen = menu.querySelector('.chosen');
  const names = [...menu.querySelectorAll('input:checked')].map(box => box.parentElement.textContent.trim());
  chosen.textContent = names.join(', ') || chosen.dataset.empty;
}

function markUnread() {
  for (const room of page.querySelectorAll('.room[data-latest]')) {
    const key = 'seen ' + page.dataset.as + ' ' + room.dataset.room;
    if (room.hasAttribute('aria-current')) sessionStorage.setItem(key, room.dataset.latest);
    room.classList.toggle('unread', room.dataset.latest > (sessionStorage.getItem(key) ?? ''));
  }
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll('details[data-menu][open]')) if (menu !== except) menu.open = false;
}

/** Where a link leads on this page: its own links, and those in messages that Beforehand wrote without knowing who reads. */
function addressOnThisPage(link) {
  if (link.matches('[data-nav]')) return link.href;
  const url = new URL(link.href);
  const isOurs = url.port === location.port && ['localhost', location.hostname].includes(url.hostname);
  const message = url.pathname.match(/^\/archives\/(\w+)\/p(\d+)(\d{6})$/);
  if (!isOurs || !message) return null;
  const thread = url.searchParams.get('thread_ts') ?? message[2] + '.' + message[3];
  return '/?' + new URLSearchParams({as: page.dataset.as, in: message[1], thread});
}

function go(address) {
  history.pushState(null, '', address);
  document.body.classList.remove('rooms-open');
  closeMenus();
  return refresh();
}

// --- What a person does -------------------------------------------------------------------------------------------

const doings = {
  'next-morning': nextMorning,
  'react': react,
  'shortcut': shortcut,
  'bounce': bounce,
  'misbehave': misbehave,
  'behave': behave,
  'rooms': () => document.body.classList.toggle('rooms-open'),
  'close-view': button => closeView(button.closest('dialog')),
};

document.addEventListener('click', event => {
  closeMenus(event.target.closest('details[data-menu]'));
  const target = event.target.closest('[data-act="click"], [data-do], a[href], #confirm button');
  if (!target) return;
  if (target.dataset.act) act(target);
  else if (target.dataset.do) doings[target.dataset.do](target);
  else if (target.closest('#confirm')) target.closest('dialog').close(target.value);
  else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
    const address = addressOnThisPage(target);
    if (!address) return;
    event.preventDefault();
    go(address);
  }
});

document.addEventListener('change', event => {
  const menu = event.target.closest('.many');
  if (menu) nameChosen(menu);
  if (event.target.dataset.act === 'change') act(event.target);
  if (event.target.matches('[data-drop]')) {
    drop(event.target.form, [...event.target.files]);
    event.target.value = '';
  }
});

document.addEventListener('input', event => {
  const error = event.target.closest('.composer')?.querySelector('.error');
  if (error) error.textContent = '';
});

document.addEventListener('submit', event => {
  event.preventDefault();
  if (event.target.matches('[data-compose]')) send(event.target);
  else if (event.target.matches('[data-view-form]')) submit(event.target);
});

for (const moment of ['dragover', 'drop']) document.addEventListener(moment, event => {
  const form = page.querySelector('main .composer:has([data-drop])');
  if (!form || !event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  if (moment === 'drop') drop(form, [...event.dataTransfer.files]);
});

document.addEventListener('keydown', event => {
  const {target, key} = event;
  if (key === 'Enter' && !event.shiftKey && !event.isComposing) {
    if (target.matches('.composer textarea')) {
      event.preventDefault();
      send(target.form);
    } else if (target.dataset.act === 'enter') {
      event.preventDefault();
      act(target);
    }
  } else if (key === 'Escape' && !document.querySelector('dialog[open]')) {
    if (document.querySelector('details[data-menu][open]')) closeMenus();
    else page.querySelector('[data-close-thread]')?.click();
  }
});

// A view is closed by the server, which tells the app of it; the browser alone must not.
document.addEventListener('cancel', event => {
  if (!event.target.matches('dialog[data-view]')) return;
  event.preventDefault();
  if (event.target.querySelector('details[data-menu][open]')) closeMenus();
  else closeView(event.target);
}, true);

// Some browsers close it all the same when Escape is pressed twice.
document.addEventListener('close', event => {
  if (event.target.matches('dialog[data-view]') && event.target.isConnected) closeView(event.target);
}, true);

addEventListener('popstate', refresh);

const offline = document.getElementById('offline');
const changes = new EventSource('/practice/page/changes');
changes.onmessage = () => refresh();
changes.onopen = () => { offline.hidden = true; refresh(); };
changes.onerror = () => { offline.hidden = false; };

settle();
