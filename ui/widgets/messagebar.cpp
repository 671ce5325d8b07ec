// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "session/errorsentence.h"
#include "ui/theme/iconset.h"
#include "ui/widgets/controls.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

#include <chrono>

namespace retake {

namespace {

struct Face
{
    QString icon;
    Ink ink;
};

Face faceOf(MessageBar::Mood mood)
{
    switch (mood) {
    case MessageBar::Mood::Info:
        break;
    case MessageBar::Mood::Ok:
        return {QStringLiteral("check"), Ink::Ok};
    case MessageBar::Mood::Warning:
        return {QStringLiteral("warning"), Ink::Warning};
    case MessageBar::Mood::Error:
        return {QStringLiteral("error"), Ink::Error};
    }
    return {QStringLiteral("info"), Ink::Accent};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_title(makeLabel({}, "strong", this))
    , m_advice(makeLabel({}, "secondary", this))
    , m_action(makeButton(QStringLiteral("messageAction"), {}, ButtonLook::Plain, this))
    , m_close(makeIconButton(QStringLiteral("messageClose"), QStringLiteral("close"), tr("Close the message"),
                             this))
    , m_leave(new QTimer(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setProperty("messagebar", true);
    m_title->setObjectName(QStringLiteral("messageTitle"));
    m_advice->setObjectName(QStringLiteral("messageAdvice"));
    m_action->setAccessibleName(tr("Act on the message"));
    m_title->setWordWrap(true);
    m_advice->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *words = new QVBoxLayout;
    setGaps(words, 0, 0, 0, 0, 2);
    words->addWidget(m_title);
    words->addWidget(m_advice);
    auto *row = new QHBoxLayout(this);
    setGaps(row, 14, 8, 8, 8, 10);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);

    m_leave->setSingleShot(true);
    m_leave->setInterval(std::chrono::seconds(6));
    connect(m_leave, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        dismiss();
        if (act)
            act();
    });
    hide();
}

void MessageBar::tell(Mood mood, const QString &title, const QString &advice)
{
    const Face face = faceOf(mood);
    m_icon->setPixmap(themedIcon(face.icon, face.ink).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_title->setText(title);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_action->hide();
    m_act = nullptr;
    show();
    if (mood == Mood::Ok)
        m_leave->start();
    else
        m_leave->stop();
    QAccessibleEvent alert(m_title, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::tell(const Error &error)
{
    const ErrorSentence sentence = sentenceFor(error);
    tell(Mood::Error, sentence.title, sentence.advice);
}

void MessageBar::tellCopied()
{
    tell(Mood::Ok, tr("The picture is in the clipboard."));
}

void MessageBar::tellSaved(const QString &file)
{
    tell(Mood::Ok, tr("Saved as %1").arg(QFileInfo(file).fileName()));
    offer(tr("Show in folder"),
          [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); });
}

void MessageBar::offer(const QString &label, std::function<void()> act)
{
    m_action->setText(label);
    m_action->setAccessibleName(label);
    m_action->show();
    m_act = std::move(act);
    m_leave->stop();
}

void MessageBar::dismiss()
{
    m_leave->stop();
    m_act = nullptr;
    hide();
}

QString MessageBar::title() const
{
    return isVisibleTo(parentWidget()) ? m_title->text() : QString();
}

} // namespace retake
