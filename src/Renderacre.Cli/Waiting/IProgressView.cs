using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Waiting;

/// <summary>Shows how far a job is.</summary>
internal interface IProgressView
{
    /// <summary>Shows the job as it is now.</summary>
    void Show(Job job);

    /// <summary>Says that the controller does not answer for the moment.</summary>
    /// <param name="reason">Why.</param>
    void ShowSilence(string reason);
}
