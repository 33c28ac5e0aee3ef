import type { WorkerLike } from '../worker/connection'

/**
 * A worker on the other side of a port: everything that crosses is really cloned. `fail` tells those
 * that listen for its death; a message of '' is an error event without one.
 */
export function workerOver(
  port: MessagePort,
  onTerminate: () => void = () => undefined,
): WorkerLike & { readonly fail: (message?: string) => void } {
  const dying: ((event: Event) => void)[] = []
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer ?? []),
    addEventListener: (type: string, listener: EventListener) => {
      if (type === 'error') dying.push(listener)
      else port.addEventListener(type, listener)
    },
    removeEventListener: (type: string, listener: EventListener) =>
      port.removeEventListener(type, listener),
    start: () => port.start(),
    terminate: () => {
      port.close()
      onTerminate()
    },
    fail: (message = '') => {
      for (const listener of dying)
        listener(Object.assign(new Event('error'), message === '' ? {} : { message }))
    },
  }
}
