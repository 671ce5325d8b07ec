// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace retake {

class ElidedLabel;

// The top of the window: which clip is open, which engine is in use, and the settings.
class HeaderBar : public QWidget
{
    Q_OBJECT
public:
    HeaderBar(Settings &settings, QWidget *parent = nullptr);

    enum class EngineMood { Practice, Ready };

    void showClip(const QString &name, const QString &file);
    void showEngine(const QString &text, EngineMood mood);

Q_SIGNALS:
    void openWanted();
    void accountWanted();
    void shortcutsWanted();
    void themeChosen(retake::Settings::Theme theme);
    void languageChosen(const QString &language);

private:
    QMenu *makeMenu(const Settings &settings);

    ElidedLabel *m_clip;
    QPushButton *m_engine;
    EngineMood m_mood = EngineMood::Practice;
};

} // namespace retake
