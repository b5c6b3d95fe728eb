'use strict';
(function () {
  var data = JSON.parse(document.getElementById('data').textContent);
  var drawn = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  /* What all pictures share. Tooltips are drawn, not written as HTML: names may hold anything. */
  function base(el) {
    return {
      animation: false,
      textStyle: { color: colour('ink'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
      tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('paper'), borderColor: colour('line'),
        textStyle: { color: colour('ink'), fontSize: 13, width: Math.max(160, el.clientWidth - 60), overflow: 'break' } },
      grid: { left: 0, right: 24, top: 34, bottom: 26 },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, icon: 'rect', itemGap: 14, selectedMode: false,
        textStyle: { color: colour('ink') } }
    };
  }

  /* Names beside the bars, on several lines where they are long; the bars start after them. */
  function names(el, option, texts) {
    var longest = Math.max.apply(null, texts.map(function (text) { return text.length; }));
    var room = Math.round(Math.min(longest * 7.6 + 20, 260, el.clientWidth * 0.36));
    option.grid.left = room;
    option.yAxis = {
      type: 'category', inverse: true, data: texts, axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('line') } },
      axisLabel: { color: colour('ink'), interval: 0, width: room - 20, overflow: 'break', lineHeight: 15 }
    };
  }

  function amounts(el) {
    return {
      type: 'value', minInterval: 1, splitNumber: el.clientWidth < 480 ? 3 : 5,
      axisLabel: { color: colour('quiet'), hideOverlap: true }, splitLine: { lineStyle: { color: colour('line') } }
    };
  }

  function rounded(hours) {
    return Math.round(hours * 100) / 100 + ' h';
  }

  function stages(el) {
    var letters = data.stages.owners.reduce(function (sum, owner) { return sum + owner.name.length + 5; }, 0);
    var legendRows = letters * 7.5 > el.clientWidth ? data.stages.owners.length : 1;
    var option = base(el);
    option.legend.orient = legendRows > 1 ? 'vertical' : 'horizontal';
    option.legend.itemGap = legendRows > 1 ? 4 : 14;
    option.grid.top = legendRows * 20 + 14;
    option.xAxis = amounts(el);
    names(el, option, data.stages.stages);
    var most = Math.max.apply(null, data.stages.stages.map(function (stage, i) {
      return data.stages.owners.reduce(function (sum, owner) { return sum + owner.counts[i]; }, 0);
    }));
    var pixels = (el.clientWidth - option.grid.left - option.grid.right) / most;
    option.series = data.stages.owners.map(function (owner) {
      return {
        type: 'bar', stack: 'all', name: owner.name, barMaxWidth: 26, data: owner.counts,
        itemStyle: { color: colour(owner.key), borderColor: colour('card'), borderWidth: 1 },
        label: { show: true, color: colour('on-' + owner.key), formatter: inside(pixels) }
      };
    });
    return { option: option, height: option.grid.top + 30 + data.stages.stages.length * 38 };
  }

  /* A number only where the bar has room for it. */
  function inside(pixels) {
    return function (at) {
      var text = at.value ? at.value.toLocaleString('en-US') : '';
      return text.length * 8 + 6 < at.value * pixels ? text : '';
    };
  }

  /* Each step starts where the one before it ends: an invisible bar carries it there. */
  function flow(el) {
    var picture = data.flows[el.dataset.number - 1];
    var steps = picture.steps;
    function bar(name, key, of) {
      return {
        type: 'bar', stack: 'time', name: name, barWidth: 18, data: steps.map(of), itemStyle: { color: colour(key) },
        tooltip: { valueFormatter: rounded }
      };
    }
    var option = base(el);
    option.legend.data = ['waiting before the step', 'work'];
    if (el.clientWidth < 380) {
      option.legend.orient = 'vertical';
      option.legend.itemGap = 4;
      option.grid.top = 50;
    }
    option.tooltip.trigger = 'axis';
    option.tooltip.axisPointer = { type: 'none' };
    option.tooltip.formatter = function (series) {
      var step = steps[series[0].dataIndex];
      return step.name + '\nwaits ' + told(step.wait) + ', work ' + told(step.work);
    };
    option.xAxis = amounts(el);
    option.xAxis.max = picture.scale;
    option.xAxis.axisLabel.formatter = '{value} h';
    option.xAxis.axisLabel.showMaxLabel = true;
    names(el, option, steps.map(function (step) { return step.constraint ? '▶ ' + step.name : step.name; }));
    option.series = [bar('before', 'card', function (step) { return step.start; })];
    option.series[0].itemStyle.color = 'transparent';
    option.series[0].silent = true;
    option.series.push(bar('waiting before the step', 'wait', function (step) { return step.wait || 0; }));
    option.series.push(bar('work', 'work', function (step) { return step.work || 0; }));
    option.series[2].label = {
      show: true, position: 'right', color: colour('quiet'),
      formatter: function (at) { return steps[at.dataIndex].constraint ? 'constraint' : ''; }
    };
    return { option: option, height: option.grid.top + 30 + steps.length * (el.clientWidth < 480 ? 48 : 36) };
  }

  function told(hours) {
    return hours === null ? 'not known' : rounded(hours);
  }

  /* A team stands left as the one that hands over, right as the one that takes over. */
  function teams(el) {
    var nodes = {};
    var narrow = el.clientWidth < 480;
    var room = Math.min(180, el.clientWidth * 0.34);
    function node(side, id, name) {
      var key = side + id;
      nodes[key] = { name: key, text: name, depth: side === '<' ? 0 : 1,
        label: { position: side === '<' ? 'left' : 'right' } };
      return key;
    }
    var links = data.teams.links.map(function (link) {
      return { source: node('<', link.fromId, link.from), target: node('>', link.toId, link.to), value: link.value,
        from: link.from, to: link.to };
    });
    var all = Object.keys(nodes).map(function (key) { return nodes[key]; });
    var most = Math.max(count(all, 0), count(all, 1));
    var option = base(el);
    delete option.legend;
    option.tooltip.formatter = function (at) {
      return at.dataType === 'edge' ? at.data.from + ' to ' + at.data.to + '\n' + data.teams.measure + ': ' + at.data.value
        : at.data.text + '\n' + data.teams.measure + ': ' + at.value;
    };
    option.series = [{
      type: 'sankey', left: room, right: room, top: 30, bottom: 8, nodeWidth: 10, nodeGap: 14, draggable: false,
      emphasis: { focus: 'adjacency' }, data: all, links: links, nodeAlign: 'left',
      itemStyle: { color: colour('band'), borderWidth: 0 }, lineStyle: { color: colour('band'), opacity: 0.35, curveness: 0.5 },
      label: { color: colour('ink'), fontSize: narrow ? 11 : 13, width: room - 8, overflow: 'break', lineHeight: 15,
        formatter: function (at) { return at.data.text; } }
    }];
    option.title = [
      { text: 'hands over', left: 0, top: 0, textStyle: small() },
      { text: 'takes over', right: 0, top: 0, textStyle: small() }
    ];
    return { option: option, height: Math.max(160, 60 + most * 52) };
  }

  function small() {
    return { color: colour('quiet'), fontSize: 12, fontWeight: 'normal' };
  }

  function count(nodes, depth) {
    return nodes.filter(function (node) { return node.depth === depth; }).length;
  }

  var makers = { stages: stages, flow: flow, teams: teams };

  function draw() {
    drawn.forEach(function (chart) { chart.dispose(); });
    drawn = [];
    document.querySelectorAll('.chart').forEach(function (el) {
      el.style.display = 'block';
      var made = makers[el.dataset.chart](el);
      el.style.minHeight = made.height + 'px';
      var chart = echarts.init(el, null, { renderer: 'svg', height: made.height });
      chart.setOption(made.option);
      drawn.push(chart);
    });
    drawn.forEach(function (chart) { // a picture beside a higher one fills its frame
      chart.resize({ height: chart.getDom().clientHeight });
      var svg = chart.getDom().querySelector('svg'); // so that paper can scale it
      svg.setAttribute('viewBox', '0 0 ' + chart.getWidth() + ' ' + chart.getHeight());
    });
  }

  /* A link to a recommendation opens it. */
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === 'DETAILS') {
      target.open = true;
      target.scrollIntoView();
    }
  }

  /* On paper nothing can be opened: what a reader has not opened is opened for the printer, evidence excepted. */
  function unfold() {
    document.querySelectorAll('.item:not([open])').forEach(function (item) {
      item.open = true;
      item.dataset.folded = '';
    });
  }

  function fold() {
    document.querySelectorAll('.item[data-folded]').forEach(function (item) {
      item.open = false;
      delete item.dataset.folded;
    });
  }

  var width = window.innerWidth;
  window.addEventListener('resize', function () {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      draw();
    }
  });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.matchMedia('print').addEventListener('change', draw);
  window.addEventListener('beforeprint', unfold);
  window.addEventListener('afterprint', fold);
  window.addEventListener('hashchange', reveal);
  draw();
  reveal();
})();
