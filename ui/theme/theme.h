// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "ui/theme/tokens.h"

#include <QObject>

class QApplication;
class QWidget;

namespace retake {

// Dresses the application: Fusion, a palette and one style sheet made of the tokens. Follows the platform's
// light or dark unless a choice is set.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void choose(Settings::Theme choice);

    Settings::Theme choice() const { return m_choice; }

    Scheme scheme() const { return m_tokens.scheme; }

    const Tokens &tokens() const { return m_tokens; }

    // The tokens in force, for what paints itself: told from the application's palette.
    static Tokens current();

    // Sets a dynamic property that the style sheet asks for, and restyles the widget.
    static void mark(QWidget *widget, const char *property, const QVariant &value);

Q_SIGNALS:
    void changed();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dress();

    QApplication &m_application;
    Settings::Theme m_choice = Settings::Theme::System;
    Scheme m_platform; // what the platform's palette said
    Tokens m_tokens;
    bool m_dressing = false;
};

} // namespace retake
