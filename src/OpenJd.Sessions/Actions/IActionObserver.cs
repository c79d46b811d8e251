using OpenJd.Sessions.Directives;
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

    /// <summary>A variable of an environment is set for the actions that follow.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    void OnVariable(string name, string value)
    {
    }

    /// <summary>An embedded file was written.</summary>
    /// <param name="symbol">How format strings name it, such as <c>Task.File.Run</c>.</param>
    /// <param name="path">Where it is.</param>
    void OnFileWritten(string symbol, string path)
    {
    }

    /// <summary>The action's process is about to start.</summary>
    /// <param name="command">Its command; the arguments are not told, since they may hold secrets.</param>
    void OnStarting(string command)
    {
    }

    /// <summary>The action asked for another level of what the runtime itself says.</summary>
    /// <param name="level">The level.</param>
    void OnLogLevel(SessionLogLevel level)
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
