using OpenJd.Sessions.Processes;
using OpenJd.Sessions.Processes.Linux;
using Renderacre.Worker.Spool;
using Renderacre.Worker.Users;

namespace Renderacre.Worker.Sessions;

/// <summary>
/// The processes of sessions, found without their hosts: by the control group and by the marker. What another user has
/// is ended by this program as that user.
/// </summary>
/// <param name="launcher">Finds marked processes.</param>
/// <param name="sudo">Runs this program as another user.</param>
/// <param name="time">Times the looks.</param>
internal sealed class SessionProcesses(IProcessLauncher launcher, Sudo sudo, TimeProvider time)
{
    /// <summary>How the names of sessions' control groups start.</summary>
    public const string GroupPrefix = "renderacre-";

    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromMinutes(10);

    /// <summary>Removes control groups that are empty and that no worker came back for.</summary>
    public void RemoveAbandonedGroups() =>
        ControlGroup.RemoveAbandoned(GroupPrefix, time.GetUtcNow() - AbandonedAfter);

    /// <summary>Ends all processes of a session, its host included.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="launch">What its host was started with.</param>
    public async Task KillAsync(SessionFolder folder, HostLaunch launch)
    {
        if (launch.ControlGroup is { } group)
            await ControlGroup.KillAsync(group, time);
        if (launch.RunsAs is { } user)
            await SweepAsync(user, folder);
        else
            await launcher.KillMarkedAsync(folder.Marker);
    }

    /// <summary>Removes a session's folder, and what finding its processes needed, once none is left.</summary>
    /// <param name="folder">The session's folder.</param>
    public async Task RemoveAsync(SessionFolder folder)
    {
        if (folder.ReadLaunch()?.ControlGroup is { } group)
            ControlGroup.TryRemove(group);
        await folder.DeleteAsync(SweepAsync);
    }

    private async Task SweepAsync(JobUser user, SessionFolder folder)
    {
        if (await sudo.RunAsync(user.Name, JobUserErrand.Sweep, folder.FullPath) is { } problem)
        {
            throw new IOException(
                $"what '{user.Name}' left of session {folder.Id} could not be cleared away: {problem}");
        }
    }
}
