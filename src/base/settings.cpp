// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/settings.h"

namespace retake {

namespace {

constexpr QLatin1String themeKey("look/theme");
constexpr QLatin1String languageKey("look/language");
constexpr QLatin1String folderKey("files/lastFolder");
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String cacheKey("files/cacheBytes");
constexpr QLatin1String soundKey("sound/choice");
constexpr QLatin1String volumeKey("sound/volume");
constexpr QLatin1String queuePausedKey("queue/paused");
constexpr QLatin1String remakingKey("window/remaking");

constexpr qint64 defaultCacheBytes = 4LL << 30;

QString regionKey(const QString &service)
{
    return service + u"/region";
}

QString baseUrlKey(const QString &service)
{
    return service + u"/baseUrl";
}

} // namespace

Settings::Settings(const QString &file)
    : m_ini(file, QSettings::IniFormat)
{}

Settings::Theme Settings::theme() const
{
    const QString name = m_ini.value(themeKey).toString();
    if (name == u"light")
        return Theme::Light;
    return name == u"dark" ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    switch (theme) {
    case Theme::System:
        m_ini.remove(themeKey);
        return;
    case Theme::Light:
        m_ini.setValue(themeKey, QStringLiteral("light"));
        return;
    case Theme::Dark:
        m_ini.setValue(themeKey, QStringLiteral("dark"));
        return;
    }
}

QString Settings::language() const
{
    return m_ini.value(languageKey).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_ini.setValue(languageKey, language);
}

QString Settings::lastFolder() const
{
    return m_ini.value(folderKey).toString();
}

void Settings::setLastFolder(const QString &folder)
{
    m_ini.setValue(folderKey, folder);
}

QByteArray Settings::windowGeometry() const
{
    return m_ini.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_ini.setValue(geometryKey, geometry);
}

QString Settings::region(const QString &service) const
{
    return m_ini.value(regionKey(service)).toString();
}

void Settings::setRegion(const QString &service, const QString &region)
{
    m_ini.setValue(regionKey(service), region);
}

QString Settings::baseUrl(const QString &service) const
{
    return m_ini.value(baseUrlKey(service)).toString();
}

void Settings::setBaseUrl(const QString &service, const QString &url)
{
    m_ini.setValue(baseUrlKey(service), url);
}

qint64 Settings::cacheBytes() const
{
    bool isNumber = false;
    const qint64 bytes = m_ini.value(cacheKey).toLongLong(&isNumber);
    return isNumber && bytes >= 0 ? bytes : defaultCacheBytes;
}

void Settings::setCacheBytes(qint64 bytes)
{
    m_ini.setValue(cacheKey, bytes);
}

QString Settings::soundChoice() const
{
    return m_ini.value(soundKey).toString();
}

void Settings::setSoundChoice(const QString &choice)
{
    m_ini.setValue(soundKey, choice);
}

double Settings::soundVolume() const
{
    bool isNumber = false;
    const double volume = m_ini.value(volumeKey).toDouble(&isNumber);
    return isNumber && volume >= 0 && volume <= 1 ? volume : 1.0;
}

void Settings::setSoundVolume(double volume)
{
    m_ini.setValue(volumeKey, volume);
}

bool Settings::isQueuePaused() const
{
    return m_ini.value(queuePausedKey, false).toBool();
}

void Settings::setQueuePaused(bool paused)
{
    m_ini.setValue(queuePausedKey, paused);
}

bool Settings::isRemaking() const
{
    return m_ini.value(remakingKey, false).toBool();
}

void Settings::setRemaking(bool remaking)
{
    m_ini.setValue(remakingKey, remaking);
}

} // namespace retake
