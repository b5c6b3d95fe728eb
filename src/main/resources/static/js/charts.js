'use strict';
/* Charts from the data in the page; each page has the same as a table. */
(function () {
  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  function base() {
    return {
      animation: false,
      textStyle: { color: colour('ink'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
      tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('sheet'), borderColor: colour('line'),
        textStyle: { color: colour('ink'), fontSize: 13 } }
    };
  }

  /* A team stands left as the one that hands over, right as the one that takes over: so there is no circle. */
  function teams(el, data) {
    var narrow = el.clientWidth < 520;
    var room = Math.min(220, el.clientWidth * 0.32);
    var nodes = {};
    function node(side, name) {
      nodes[side + name] = { name: side + name, text: name, depth: side === '<' ? 0 : 1, label: { position: side === '<' ? 'left' : 'right' } };
      return side + name;
    }
    var links = data.links.map(function (link) {
      return { source: node('<', link.from), target: node('>', link.to), value: link.value, from: link.from, to: link.to };
    });
    var option = base();
    option.tooltip.formatter = function (at) {
      return at.dataType === 'edge' ? at.data.from + ' to ' + at.data.to + '\n' + data.measure + ': ' + at.data.value
        : at.data.text + '\n' + data.measure + ': ' + at.value;
    };
    option.title = [{ text: 'hands over', left: 0, top: 0, textStyle: small() }, { text: 'takes over', right: 0, top: 0, textStyle: small() }];
    option.series = [{
      type: 'sankey', left: room, right: room, top: 34, bottom: 8, nodeWidth: 8, nodeGap: 18, draggable: false, nodeAlign: 'left',
      emphasis: { focus: 'adjacency' }, data: Object.keys(nodes).map(function (key) { return nodes[key]; }), links: links,
      itemStyle: { color: colour('ink'), borderWidth: 0 }, lineStyle: { color: colour('accent'), opacity: 0.3, curveness: 0.5 },
      label: { color: colour('ink'), fontSize: narrow ? 11 : 13.5, width: room - 12, overflow: 'break', lineHeight: 16,
        formatter: function (at) { return at.data.text; } }
    }];
    return { option: option, height: Math.max(260, 60 + Object.keys(nodes).length * 34) };
  }

  function small() {
    return { color: colour('quiet'), fontSize: 12.5, fontWeight: 'normal' };
  }

  function pace(el, data) {
    var option = base();
    option.tooltip.trigger = 'axis';
    option.legend = { top: 0, left: 0, textStyle: { color: colour('ink') }, selectedMode: false };
    option.grid = { left: 34, right: 12, top: 44, bottom: 30 };
    option.xAxis = { type: 'category', data: data.months, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('strong-line') } },
      axisLabel: { color: colour('quiet'), hideOverlap: true } };
    option.yAxis = { type: 'value', minInterval: 1, axisLabel: { color: colour('quiet') }, splitLine: { lineStyle: { color: colour('line') } } };
    option.series = [
      { type: 'bar', name: 'started', data: data.started, itemStyle: { color: colour('strong-line') }, barMaxWidth: 26 },
      { type: 'line', name: 'decisions', data: data.decided, itemStyle: { color: colour('ink') }, lineStyle: { color: colour('ink'), width: 2 }, symbolSize: 7, symbol: 'circle' },
      { type: 'line', name: 'standards', data: data.standards, itemStyle: { color: colour('accent') }, lineStyle: { color: colour('accent'), width: 2, type: 'dashed' }, symbol: 'diamond', symbolSize: 9 }
    ];
    return { option: option, height: 380 };
  }

  function line(name, data, key, type) {
    return { type: 'line', name: name, data: data, itemStyle: { color: colour(key) }, lineStyle: { color: colour(key), width: 2, type: type }, symbolSize: 7 };
  }

  function trend(el, data) {
    var option = base();
    option.tooltip.trigger = 'axis';
    option.legend = { top: 0, left: 0, textStyle: { color: colour('ink') }, selectedMode: false };
    option.grid = { left: 34, right: 12, top: 44, bottom: 30 };
    option.xAxis = { type: 'category', data: data.days, axisLabel: { color: colour('quiet'), hideOverlap: true } };
    option.yAxis = { type: 'value', min: 0, max: 100, axisLabel: { color: colour('quiet') }, splitLine: { lineStyle: { color: colour('line') } } };
    option.series = [line('scale health', data.figure, 'accent', 'solid'), line('at least', data.low, 'strong-line', 'dashed'), line('at most', data.high, 'strong-line', 'dotted')];
    return { option: option, height: 320 };
  }

  var makers = { teams: teams, pace: pace, trend: trend };
  var drawn = [];

  function draw() {
    drawn.forEach(function (chart) { chart.dispose(); });
    drawn = Array.from(document.querySelectorAll('.chart')).map(function (el) {
      var made = makers[el.dataset.chart](el, JSON.parse(el.dataset.of));
      el.style.height = made.height + 'px';
      var chart = echarts.init(el, null, { renderer: 'canvas', height: made.height });
      chart.setOption(made.option);
      return chart;
    });
  }

  /* As it would be on paper of that width, drawn anew: what is on the screen may be scaled. */
  function picture(el, as) {
    var made = makers[el.dataset.chart](el, JSON.parse(el.dataset.of));
    var size = { width: el.clientWidth, height: made.height };
    var chart = as === 'svg' ? echarts.init(null, null, Object.assign({ renderer: 'svg', ssr: true }, size))
      : echarts.init(document.createElement('div'), null, Object.assign({ renderer: 'canvas', devicePixelRatio: 2 }, size));
    chart.setOption(made.option);
    var address = as === 'svg' ? 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(chart.renderToSVGString())
      : chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colour('paper') });
    chart.dispose();
    return address;
  }

  document.querySelectorAll('[data-save]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var el = document.querySelector('.chart[data-chart="' + button.dataset.save + '"]');
      var link = document.createElement('a');
      link.href = picture(el, button.dataset.as);
      link.download = button.dataset.save + '.' + button.dataset.as;
      link.click();
    });
  });

  var width = window.innerWidth;
  window.addEventListener('resize', function () {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      draw();
    }
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  draw();
})();
