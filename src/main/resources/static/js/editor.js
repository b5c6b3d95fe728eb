'use strict';
/* The editor of rules: marks what is wrong while one types. Without it the text area works as well. */
(function () {
  var form = document.getElementById('editor');
  var area = form.elements.text;
  var place = document.createElement('div');
  area.before(place);
  area.hidden = true;
  ace.config.set('useStrictCSP', true);
  ace.config.set('loadWorkerFromBlob', false);
  var editor = ace.edit(place, { mode: 'ace/mode/drools', useWorker: false, showPrintMargin: false, value: area.value, tabSize: 4,
    useSoftTabs: true, enableKeyboardAccessibility: true, wrap: false });
  editor.textInput.getElement().setAttribute('aria-label', 'The rules of this file');

  var words = JSON.parse(form.dataset.words);
  var tools = ace.require('ace/ext/language_tools');
  tools.setCompleters([{ getCompletions: function (ed, session, position, prefix, done) {
    done(null, words.map(function (word) { return { value: word, meta: word.indexOf('-') > 0 ? 'threshold' : word.indexOf('.') > 0 ? 'value' : 'fact' }; }));
  } }]);
  editor.setOptions({ enableBasicAutocompletion: true, enableLiveAutocompletion: true });

  function post(address, more) {
    var data = new URLSearchParams();
    data.set('text', editor.getValue());
    data.set('_csrf', form.querySelector('input[name="_csrf"]').value);
    Object.keys(more).forEach(function (key) { data.set(key, more[key]); });
    return fetch(address, { method: 'POST', body: data });
  }

  var flaws = form.querySelector('.flaws');
  var asked = 0;

  function said(flaw) {
    return flaw.found + (/[.!?]$/.test(flaw.found) ? ' ' : '. ') + flaw.fix;
  }

  function show(found) {
    editor.session.setAnnotations(found.filter(function (flaw) { return flaw.line > 0; }).map(function (flaw) {
      return { row: flaw.line - 1, column: Math.max(0, flaw.column - 1), text: said(flaw), type: flaw.weight === 'ERROR' ? 'error' : 'warning' };
    }));
    flaws.replaceChildren();
    if (found.length === 0) {
      flaws.textContent = 'No flaw found.';
    }
    found.forEach(function (flaw) {
      var line = document.createElement('p');
      line.textContent = (flaw.line > 0 ? 'Line ' + flaw.line + ': ' : flaw.file + ': ') + said(flaw);
      line.className = flaw.weight === 'ERROR' ? 'error' : 'quiet';
      flaws.append(line);
    });
  }

  function check() {
    var mine = ++asked;
    post(form.dataset.check, {}).then(function (answer) { return answer.ok ? answer.json() : []; }).then(function (found) {
      if (mine === asked) {
        show(found);
      }
    });
  }

  var waiting;
  editor.session.on('change', function () {
    area.value = editor.getValue();
    clearTimeout(waiting);
    waiting = setTimeout(check, 350);
  });

  form.querySelector('[data-try]').addEventListener('click', function () {
    var effect = document.getElementById('effect');
    effect.textContent = 'Judging by the draft …';
    post(form.dataset.effect, { room: form.elements.room.value }).then(function (answer) { return answer.text(); }).then(function (html) {
      var page = new DOMParser().parseFromString(html, 'text/html');
      effect.replaceChildren.apply(effect, Array.from(page.body.childNodes));
    });
  });
})();
