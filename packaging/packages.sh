# Sourced by packaging/run and packaging/test: which Debian packages are needed, and how they come here.
# Packages that are there already are not asked for again, so that the second time costs nothing.

build_packages="build-essential ca-certificates ccache cmake git libavcodec-dev libavformat-dev libavutil-dev
 libcpp-httplib-dev libexpected-dev libgl-dev libheif-dev libqt6svg6-dev libswresample-dev libswscale-dev
 libvalijson-dev libvulkan-dev mold ninja-build pkg-config qt6-base-dev qt6-base-dev-tools qt6-l10n-tools
 qt6-multimedia-dev qt6-tools-dev qt6-tools-dev-tools qtkeychain-qt6-dev"
run_packages="ffmpeg fonts-dejavu-core fonts-wqy-microhei libqt6sql6-sqlite libqt6svg6 libsecret-1-0
 qt6-image-formats-plugins qt6-qpa-plugins qt6-translations-l10n"
test_packages="dbus gnome-keyring openssl procps"

say() { printf '%s\n' "$*" >&2; }

# install_packages NAME...: installs what is missing, by apt, as root or through sudo.
install_packages() {
    local missing=() name as_root=()
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing from Debian: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "Root rights are needed for that. As root: apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq || { say "apt-get update failed: is there a connection?"; return 1; }
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >&2 || { say "apt-get could not install the packages named above."; return 1; }
}

# build_preset NAME: configures once, then builds what has changed.
build_preset() {
    [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >&2
    cmake --build --preset "$1" >&2
}
