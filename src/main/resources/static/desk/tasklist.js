// The bridge between our element and Tasklist, which is AngularJS: the embedded form forms/help.html calls it.
import './tandem-ticket.js';

/**
 * camForm, $scope: what Tasklist gives to the script of an embedded form; $location and Notifications: its services.
 * Tasklist's own buttons are hidden by user-styles.css, because ours store the message and complete the task in one step.
 */
export function connect({ camForm, $scope, $location, Notifications }) {
  const ticket = camForm.formElement[0].querySelector('tandem-ticket');
  const tasklist = inherited($scope, 'taskData').newChild($scope);

  ticket.addEventListener('desk-left', ({ detail: { sentence } }) => $scope.$applyAsync(() => {
    if (sentence) Notifications.addMessage({ status: sentence, duration: 5000, scope: $scope.$root });
    leave($location, tasklist);
  }));
  ticket.addEventListener('desk-changed', () => $scope.$applyAsync(() => tasklist.changed('task')));

  let before; // Tasklist's own "Claim" must be seen in our form as well
  tasklist.observe('assignee', (assignee) => {
    if (before !== undefined && before !== (assignee?.id ?? null)) ticket.reload();
    before = assignee?.id ?? null;
  });
  ticket.setAttribute('task', camForm.taskId);
}

/** As Tasklist does it after "Complete": the task leaves the address, then the list is read again. */
function leave($location, tasklist) {
  const { task, detailsTab, ...rest } = $location.search();
  $location.search(rest);
  tasklist.changed('taskList');
}

/** Isolated scopes hide what the scopes above them hold. */
function inherited(scope, name) {
  while (scope && !scope[name]) scope = scope.$parent;
  return scope[name];
}
