// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/headerbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace retake {

namespace {

QIcon dot(const QColor &color)
{
    QPixmap pixmap(26, 20); // room between the dot and the text
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, 8, 8));
    return QIcon(pixmap);
}

} // namespace

HeaderBar::HeaderBar(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_clip(new ElidedLabel(this, Qt::ElideMiddle))
    , m_engine(makeButton(QStringLiteral("engineChip"), {}, ButtonLook::Plain, this))
{
    setObjectName(QStringLiteral("headerBar"));
    setProperty("panel", QStringLiteral("top"));
    setAttribute(Qt::WA_StyledBackground);
    auto *mark = new QLabel(this);
    mark->setPixmap(programIcon().pixmap(QSize(24, 24), devicePixelRatioF()));
    mark->setAccessibleName(tr("Retake"));
    m_clip->setObjectName(QStringLiteral("clipName"));
    m_clip->setProperty("secondary", true);
    m_clip->hide();
    QPushButton *open = makeButton(QStringLiteral("openButton"), tr("Open video…"), ButtonLook::Plain, this);
    open->setToolTip(tr("Open a video (Ctrl+O), or drop one anywhere"));
    m_engine->setProperty("chip", true);
    m_engine->setIconSize(QSize(13, 10));
    QToolButton *menuButton =
        makeIconButton(QStringLiteral("settingsButton"), QStringLiteral("settings"), tr("Settings"), this);
    menuButton->setMenu(makeMenu(settings));
    menuButton->setPopupMode(QToolButton::InstantPopup);

    auto *row = new QHBoxLayout(this);
    setGaps(row, 14, 9, 10, 9, 12);
    row->addWidget(mark);
    row->addWidget(makeLabel(tr("Retake"), "logo", this));
    row->addWidget(m_clip);
    row->addWidget(open);
    row->addStretch(1);
    row->addWidget(m_engine);
    row->addWidget(menuButton);
    connect(open, &QPushButton::clicked, this, &HeaderBar::openWanted);
    connect(m_engine, &QPushButton::clicked, this, &HeaderBar::accountWanted);
}

QMenu *HeaderBar::makeMenu(const Settings &settings)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("settingsMenu"));
    menu->addAction(themedIcon(QStringLiteral("key")), tr("Account…"), this, &HeaderBar::accountWanted)
        ->setObjectName(QStringLiteral("accountAction"));

    QMenu *look = menu->addMenu(themedIcon(QStringLiteral("theme")), tr("Look"));
    look->setObjectName(QStringLiteral("themeMenu"));
    auto *looks = new QActionGroup(look);
    const auto addLook = [&](const QString &text, const QString &name, Settings::Theme theme) {
        QAction *action = look->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(settings.theme() == theme);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, theme] { Q_EMIT themeChosen(theme); });
    };
    addLook(tr("As the system"), QStringLiteral("themeSystem"), Settings::Theme::System);
    addLook(tr("Light"), QStringLiteral("themeLight"), Settings::Theme::Light);
    addLook(tr("Dark"), QStringLiteral("themeDark"), Settings::Theme::Dark);

    QMenu *language = menu->addMenu(themedIcon(QStringLiteral("language")), tr("Language"));
    language->setObjectName(QStringLiteral("languageMenu"));
    auto *languages = new QActionGroup(language);
    const auto addLanguage = [&](const QString &text, const QString &code) {
        QAction *action = language->addAction(text);
        action->setObjectName(QString(u"language_" + (code.isEmpty() ? QStringLiteral("system") : code)));
        action->setCheckable(true);
        action->setChecked(settings.language() == code);
        languages->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageChosen(code); });
    };
    addLanguage(tr("As the system"), {});
    addLanguage(QStringLiteral("English"), QStringLiteral("en"));
    addLanguage(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));

    menu->addSeparator();
    QAction *keys = menu->addAction(themedIcon(QStringLiteral("keyboard")), tr("Keyboard shortcuts"), this,
                                    &HeaderBar::shortcutsWanted);
    keys->setObjectName(QStringLiteral("shortcutsMenuAction"));
    return menu;
}

void HeaderBar::showClip(const QString &name, const QString &file)
{
    m_clip->setText(name);
    m_clip->setToolTip(file);
    m_clip->setVisible(!name.isEmpty());
}

void HeaderBar::showEngine(const QString &text, EngineMood mood)
{
    m_mood = mood;
    const Tokens t = Theme::current();
    m_engine->setText(text);
    m_engine->setIcon(dot(mood == EngineMood::Practice ? t.warning : t.ok));
    m_engine->setAccessibleName(tr("Engine: %1. Opens the account").arg(text));
    m_engine->setToolTip(
        mood == EngineMood::Practice
            ? tr("Edits are made on this computer by simple filters, to try things out. "
                 "Click to set up an account.")
            : tr("Edits are made by this service, and charged by it. Click for the account."));
}

} // namespace retake
