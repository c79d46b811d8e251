using OpenJd.Sessions.Output;

namespace OpenJd.Sessions.Actions;

/// <summary>
/// Hears of a running action, one call at a time. Calls must return soon: while one lasts, no output is read. A call
/// that throws ends the action.
/// </summary>
public interface IActionObserver
{
    /// <summary>The action's process runs.</summary>
    /// <param name="processId">Its id.</param>
    void OnStarted(int processId)
    {
    }

    /// <summary>A line came, directives included. Called for every line, in the order of its stream.</summary>
    /// <param name="line">The line; valid during the call only.</param>
    void OnOutput(OutputLine line)
    {
    }

    /// <summary>The action told its progress.</summary>
    /// <param name="percent">0 to 100.</param>
    void OnProgress(double percent)
    {
    }

    /// <summary>The action told what it is doing.</summary>
    /// <param name="message">The message.</param>
    void OnStatus(string message)
    {
    }
}
