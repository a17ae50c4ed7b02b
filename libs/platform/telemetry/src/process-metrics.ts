import { performance } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/**
 * The few process metrics that answer questions, read only when somebody scrapes: no timers, no observers.
 * prom-client's default set wakes an idle process a hundred times a second to watch the event loop.
 */
export function addProcessMetrics(registry: Registry): void {
  let before = performance.eventLoopUtilization();
  const gauges: Record<string, [help: string, value: () => number]> = {
    process_resident_memory_bytes: ['Memory held by the process', () => process.memoryUsage.rss()],
    nodejs_heap_used_bytes: ['Memory used on the heap', () => process.memoryUsage().heapUsed],
    process_cpu_seconds_total: ['Processor time since the start', () => cpuSeconds()],
    process_uptime_seconds: ['Time since the start', () => process.uptime()],
    nodejs_eventloop_utilization: [
      'Share of time the event loop was busy since the last reading, 0 to 1',
      () => {
        const now = performance.eventLoopUtilization();
        const { utilization } = performance.eventLoopUtilization(now, before);
        before = now;
        return utilization;
      },
    ],
  };
  for (const [name, [help, value]] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
