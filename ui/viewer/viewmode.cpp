// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewmode.h"

#include <QCoreApplication>

namespace retake {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("ViewMode", text);
}

} // namespace

QString viewModeTitle(ViewMode mode)
{
    switch (mode) {
    case ViewMode::Single:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Single"));
    case ViewMode::SideBySide:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Side by side"));
    case ViewMode::Wipe:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Wipe"));
    case ViewMode::Difference:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Difference"));
    case ViewMode::Blink:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Blink"));
    case ViewMode::Grid:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Grid"));
    }
    return {};
}

QString viewModeHint(ViewMode mode)
{
    switch (mode) {
    case ViewMode::Single:
        return words(QT_TRANSLATE_NOOP("ViewMode", "One picture; choose it again for the other side"));
    case ViewMode::SideBySide:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Before on the left, After on the right"));
    case ViewMode::Wipe:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Before up to the line, After beyond it; drag the line"));
    case ViewMode::Difference:
        return words(QT_TRANSLATE_NOOP("ViewMode", "What changed, made brighter; black is the same"));
    case ViewMode::Blink:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Before and After by turns in the same place"));
    case ViewMode::Grid:
        return words(QT_TRANSLATE_NOOP("ViewMode", "Before, After and up to two further takes"));
    }
    return {};
}

} // namespace retake
