// A field that sends what is written while it is written: after a pause, on leaving the field, on leaving the page.

const PAUSE = 1200 // milliseconds without a key
const views = new WeakMap() // field -> what was sent, and how to send

function begin(field, value) {
  const view = { sent: value, timer: 0, send: () => {} }
  view.keep = () => {
    clearTimeout(view.timer)
    if (field.value === view.sent) return
    view.sent = field.value
    view.send(field.value)
  }
  field.value = value
  field.oninput = () => {
    clearTimeout(view.timer)
    view.timer = setTimeout(view.keep, PAUSE)
    view.tell()
  }
  field.onblur = () => view.keep()
  document.addEventListener("visibilitychange", view.keep) // a phone that turns to another app
  return view
}

export default function ({ data, parentElement, setStateValue }) {
  const field = parentElement.querySelector("textarea")
  const state = parentElement.querySelector(".state")
  if (!views.has(field)) views.set(field, begin(field, data.value))
  const view = views.get(field)
  view.send = (text) => setStateValue("text", text)
  view.tell = () => {
    state.textContent = field.value === data.value ? data.kept : "Not kept yet …"
  }
  field.rows = data.rows
  field.setAttribute("aria-label", data.label)
  if (data.value !== view.sent && field.value === view.sent) {
    field.value = view.sent = data.value // changed in another tab
  }
  view.tell()
  return () => {
    view.keep()
    document.removeEventListener("visibilitychange", view.keep)
    views.delete(field)
  }
}
