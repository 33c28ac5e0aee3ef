import { createAppState } from '../app-state'
import { type FakeServices, fakeServices } from './fake-services'

export const namedFile = (name: string) => ({ name, blob: new Blob([name]) })

/** An app state with store metrics of two categories and a market file on the desk. */
export async function withFiles(services: FakeServices = fakeServices()) {
  const app = createAppState(services)
  await app.getState().addFiles([namedFile('metrics.csv'), namedFile('market.csv')])
  app.getState().setColumn('id-1', 'category', 'category')
  return { app, services, state: () => app.getState() }
}
