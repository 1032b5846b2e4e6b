// Apache ECharts with what the page uses of it, drawn as SVG.
import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  BarChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

export function init(place, size) {
  return echarts.init(place, null, { renderer: 'svg', ...size });
}
