using Renderacre.Worker.Machines.Linux;

namespace Renderacre.Worker.Tests.Machines;

public sealed class LogindSessionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sessions_are_listed_one_a_line() => Assert.Equal(
        ["2", "c1"],
        LogindSessions.Ids("      2 1000 ann   seat0 5121 user    tty2 no -\n    c1 120 gdm seat0 901 greeter\n\n"));

    [Fact]
    public void Nobody_uses_a_machine_on_which_nobody_is() => Assert.Equal(TimeSpan.MaxValue, Idle(""));

    [Fact]
    public void A_desktop_in_use_says_so() =>
        Assert.Equal(TimeSpan.Zero, Idle(Session("wayland", idle: "no", minutesAgo: 50)));

    [Fact]
    public void An_idle_desktop_is_idle_since_it_says_so() =>
        Assert.Equal(TimeSpan.FromMinutes(50), Idle(Session("x11", idle: "yes", minutesAgo: 50)));

    [Fact]
    public void A_terminal_is_idle_since_its_last_key() =>
        Assert.Equal(TimeSpan.FromMinutes(7), Idle(Session("tty", idle: "no", minutesAgo: 7)));

    [Fact]
    public void The_newest_use_counts() => Assert.Equal(
        TimeSpan.FromMinutes(7),
        Idle(Session("x11", "yes", 50) + "\n" + Session("tty", "no", 7) + "\n" + Session("tty", "no", 70)));

    [Theory]
    [InlineData("Class=user", "Class=greeter")]
    [InlineData("Class=user", "Class=manager")]
    [InlineData("State=active", "State=closing")]
    [InlineData("Type=x11", "Type=unspecified")]
    public void Sessions_without_a_person_at_a_keyboard_do_not_count(string what, string instead) => Assert.Equal(
        TimeSpan.MaxValue, Idle(Session("x11", "no", 0).Replace(what, instead, StringComparison.Ordinal)));

    [Fact]
    public void A_session_that_tells_nothing_counts_as_used() =>
        Assert.Equal(TimeSpan.Zero, Idle("Id=2\nClass=user\nState=active\nType=tty\n"));

    [Fact]
    public void Where_the_display_is_asked_itself_what_its_desktop_says_is_no_matter()
    {
        string sessions = Session("x11", "no", 0) + "\n" + Session("tty", "no", 70);
        Assert.Equal(
            TimeSpan.FromMinutes(70), LogindSessions.IdleTime(sessions, Now, displayIsKnown: true));
    }

    private static TimeSpan Idle(string sessions) => LogindSessions.IdleTime(sessions, Now, displayIsKnown: false);

    private static string Session(string type, string idle, int minutesAgo)
    {
        long since = (Now.AddMinutes(-minutesAgo) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return $"Id=2\nUser=1000\nRemote=no\nType={type}\nClass=user\nActive=yes\nState=active\nIdleHint={idle}\n"
            + $"IdleSinceHint={since}\nIdleSinceHintMonotonic=1\n";
    }
}
