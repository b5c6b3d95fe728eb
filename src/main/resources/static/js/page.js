'use strict';
/* What the pages' own parts need of a browser: dropping files, addresses without empty parts. */
(function () {
  document.documentElement.classList.add('scripted');

  /* Of a filter only what is chosen goes into the address. */
  document.addEventListener('htmx:configRequest', function (event) {
    if (event.detail.elt.hasAttribute('data-tidy')) {
      var form = event.detail.formData;
      Array.from(form.keys()).forEach(function (name) {
        if (form.get(name) === '') {
          form.delete(name);
        }
      });
    }
  });

  /* A brief that is asked for as PDF prints itself. */
  document.querySelectorAll('[data-print]').forEach(function (link) { link.hash = 'print'; });
  if (window.location.hash === '#print') {
    window.addEventListener('load', function () { window.print(); });
  }

  /* A picture of ours that is drawn as SVG, painted at twice its size. */
  document.querySelectorAll('[data-png]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      fetch(button.dataset.png).then(function (answer) { return answer.text(); }).then(function (svg) {
        var image = new Image();
        image.onload = function () {
          var canvas = document.createElement('canvas');
          canvas.width = image.width * 2;
          canvas.height = image.height * 2;
          canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
          var link = document.createElement('a');
          link.href = canvas.toDataURL('image/png');
          link.download = 'workflow.png';
          link.click();
        };
        image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
      });
    });
  });

  /* A slider and the number beside it are one value, written as the file writes it; the number is what is sent. */
  document.querySelectorAll('[data-twin]').forEach(function (range) {
    var number = range.form.elements.value;
    range.addEventListener('input', function () { number.value = range.value; });
    number.addEventListener('input', function () { range.value = number.value; });
  });

  /* Forms with nothing but choices need no button. */
  document.querySelectorAll('form[data-submit] select').forEach(function (select) {
    select.addEventListener('change', function () { select.form.requestSubmit(); });
  });

  /* Files of a folder keep their path, so that files of one name are told apart. */
  function walk(entry, path, files) {
    if (entry.isFile) {
      return new Promise(function (done) {
        entry.file(function (file) {
          files.push({ file: file, name: path + file.name });
          done();
        }, done);
      });
    }
    var reader = entry.createReader();
    return new Promise(function (done) {
      function more() {
        reader.readEntries(function (entries) {
          if (entries.length === 0) {
            done();
            return;
          }
          Promise.all(entries.map(function (each) { return walk(each, path + entry.name + '/', files); })).then(more);
        }, done);
      }
      more();
    });
  }

  function dropped(transfer) {
    var files = [];
    var entries = Array.from(transfer.items || []).map(function (item) {
      return item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    }).filter(Boolean);
    if (entries.length === 0) {
      return Promise.resolve(chosen(transfer.files));
    }
    return Promise.all(entries.map(function (entry) { return walk(entry, '', files); })).then(function () { return files; });
  }

  function chosen(list) {
    return Array.from(list).map(function (file) { return { file: file, name: file.webkitRelativePath || file.name }; });
  }

  /* Sends the files with a bar and a way to stop. */
  function send(form, files) {
    var data = new FormData();
    files.forEach(function (each) { data.append('files', each.file, each.name); });
    data.append('asOf', form.elements.asOf.value);
    var token = form.querySelector('input[name="_csrf"]').value;
    var request = new XMLHttpRequest();
    var sending = form.querySelector('.sending');
    var bar = sending.querySelector('progress');
    var words = sending.querySelector('span');
    var cancel = sending.querySelector('button');
    sending.hidden = false;
    words.textContent = 'Sending ' + (files.length === 1 ? files[0].name : files.length + ' files');
    request.upload.addEventListener('progress', function (event) {
      bar.value = event.total ? event.loaded * 100 / event.total : 0;
    });
    request.upload.addEventListener('load', function () {
      words.textContent = 'Reading';
      bar.removeAttribute('value');
    });
    request.addEventListener('load', function () {
      if (request.status < 400 && request.responseURL) {
        window.location.assign(request.responseURL);
      } else {
        var page = new DOMParser().parseFromString(request.responseText, 'text/html');
        var said = page.querySelector('.message, main .lead, p');
        bar.value = 0;
        words.textContent = said ? said.textContent : 'That did not work.';
      }
    });
    request.addEventListener('error', function () {
      words.textContent = 'The files could not be sent. Is the program still running? Try again.';
    });
    cancel.onclick = function () {
      request.abort();
      sending.hidden = true;
    };
    request.open('POST', form.action);
    request.setRequestHeader('X-XSRF-TOKEN', token);
    request.setRequestHeader('Accept', 'text/html');
    request.send(data);
  }

  document.querySelectorAll('form[data-drop]').forEach(function (form) {
    var input = form.elements.files;
    form.addEventListener('submit', function (event) {
      if (input.files.length > 0) {
        event.preventDefault();
        send(form, chosen(input.files));
      }
    });
    input.addEventListener('change', function () {
      if (input.files.length > 0) {
        send(form, chosen(input.files));
      }
    });
    ['dragenter', 'dragover'].forEach(function (name) {
      document.addEventListener(name, function (event) {
        event.preventDefault();
        form.classList.add('over');
      });
    });
    document.addEventListener('dragleave', function (event) {
      if (!event.relatedTarget) {
        form.classList.remove('over');
      }
    });
    document.addEventListener('drop', function (event) {
      event.preventDefault();
      form.classList.remove('over');
      dropped(event.dataTransfer).then(function (files) {
        if (files.length > 0) {
          send(form, files);
        }
      });
    });
  });
})();
