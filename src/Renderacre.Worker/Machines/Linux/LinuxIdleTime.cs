using System.Globalization;

namespace Renderacre.Worker.Machines.Linux;

/// <summary>
/// Idle time of a Linux machine: logind knows of everyone who is logged in, and <c>xprintidle</c> asks the X server of
/// the worker's own display, which some desktops leave logind without word of.
/// </summary>
/// <param name="variable">Looks a variable of the environment up.</param>
/// <param name="time">The clock that logind's moments are held against.</param>
internal sealed class LinuxIdleTime(Func<string, string?> variable, TimeProvider time) : IIdleTime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Needs =>
        "systemd's logind (loginctl), or the variable DISPLAY of somebody's X session and xprintidle,";

    /// <inheritdoc/>
    public async Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken)
    {
        TimeSpan? display = await DisplayAsync(cancellationToken);
        if (await RunAsync("loginctl", ["list-sessions", "--no-legend"], cancellationToken) is not { } list)
            return display;
        string[] ids = [.. LogindSessions.Ids(list)];
        if (ids.Length == 0)
            return display ?? TimeSpan.MaxValue;
        string? sessions = await RunAsync("loginctl", ["show-session", .. ids], cancellationToken);
        if (sessions is null)
            return null;
        TimeSpan logind = LogindSessions.IdleTime(sessions, time.GetUtcNow(), displayIsKnown: display is not null);
        return display < logind ? display : logind;
    }

    /// <summary>X in a Wayland session sees only what goes to programs of its own: that tells nothing.</summary>
    private async Task<TimeSpan?> DisplayAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(variable("DISPLAY")) || !string.IsNullOrEmpty(variable("WAYLAND_DISPLAY")))
            return null;
        string? printed = await RunAsync("xprintidle", [], cancellationToken);
        return long.TryParse(printed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }

    private static Task<string?> RunAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        ToolOutput.OfAsync(program, arguments, Patience, cancellationToken);
}
