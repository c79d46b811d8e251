namespace Renderacre.Worker.Hosts;

/// <summary>Tells when a session's host has been without a worker for too long.</summary>
internal sealed class WorkerSilence(WorkerLink link, TimeProvider time, TimeSpan longest)
{
    private long _since = time.GetTimestamp();

    /// <summary>Whether no worker has been connected for the longest time.</summary>
    public bool IsOver()
    {
        if (link.Connected)
            _since = time.GetTimestamp();
        return time.GetElapsedTime(_since) > longest;
    }
}
