import { BaseProperty } from 'adminjs'

/** Every value leaves the server as the text that the screen shows: AdminJS knows neither Paris nor French. */
export class SecuredProperty extends BaseProperty {
  constructor(name: string, position: number, sortable: boolean) {
    super({ path: name, position, isSortable: sortable, type: 'string' })
  }

  override isEditable() {
    return false
  }

  override isTitle() {
    return false
  }
}

/** A row's id: AdminJS refuses one that is no UUID before it asks anything. */
export class IdProperty extends BaseProperty {
  constructor() {
    super({ path: 'id', isId: true, isSortable: false, type: 'uuid' })
  }

  override isEditable() {
    return false
  }
}
