#!/bin/bash
# The lessons on The Littlest JupyterHub. Run it as root on the server, after the hub itself is installed:
#
#   sudo bash install.sh https://github.com/OWNER/REPO.git [BRANCH]
#
# It may be run again, to bring newer lessons: it changes nothing that is already right, and no student's files.
set -euo pipefail

stop() {
  echo "$*" >&2
  exit 1
}

[ $# -ge 1 ] || stop "Name the address of the repository:  sudo bash install.sh https://github.com/OWNER/REPO.git"
repository=$1
branch=${2:-main}
prefix=${TLJH_INSTALL_PREFIX:-/opt/tljh} # the same variable as the hub's own installer
lessons=${GLUTEAL_LESSONS:-/opt/gluteal}
python=$prefix/user/bin/python3
settings=$prefix/hub/bin/tljh-config
hub_files=$prefix/config/jupyterhub_config.d

if [ ! -x "$python" ] || [ ! -x "$settings" ]; then
  stop "There is no JupyterHub in $prefix. Install The Littlest JupyterHub first:
  curl -L https://tljh.jupyter.org/bootstrap.py | sudo python3 - --admin YOUR-NAME"
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  stop "The students' Python in $prefix/user is older than 3.11. Install a newer release of The Littlest JupyterHub."

echo "1 of 4: the lessons, into $lessons"
if [ -d "$lessons/.git" ]; then
  git -C "$lessons" fetch --quiet --depth 1 "$repository" "$branch"
  git -C "$lessons" checkout --quiet --detach FETCH_HEAD
else
  git clone --quiet --depth 1 --branch "$branch" "$repository" "$lessons"
fi

echo "2 of 4: what they need, as pinned in requirements.lock"
"$python" -m pip install --quiet -r "$lessons/requirements.lock" -r "$lessons/deploy/requirements-hub.txt"
"$python" -m pip install --quiet --no-deps -e "$lessons"
"$python" -m gluteal trust >/dev/null # writes the settings of JupyterLab that keep live pictures when saving
chmod -R go+rX,go-w "$lessons"

echo "3 of 4: the hub's settings"
install -d -m 700 "$hub_files"
ln -sfn "$lessons/deploy/littlest-jupyterhub/gluteal_lessons.py" "$hub_files/gluteal_lessons.py"
"$settings" set user_environment.default_app jupyterlab
"$settings" set limits.memory 1G
"$settings" set limits.cpu 2
"$settings" set services.cull.timeout 3600 # a lesson and a break

echo "4 of 4: start anew with these settings"
"$settings" reload

echo "Done. Give your students the link that notebooks/instructor/run_a_class.ipynb shows how to make."
