using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>
/// A job object: it holds a process and all that descends from it, and ends them when its last handle closes, so also
/// when this process dies. Compiled, not run.
/// </summary>
internal sealed unsafe class JobObject : SafeHandleZeroOrMinusOneIsInvalid
{
    public JobObject() : base(ownsHandle: true)
    {
        SetHandle(Kernel32.CreateJobObject(null, null));
        var limits = new Kernel32.ExtendedLimits { LimitFlags = Kernel32.LimitKillOnJobClose };
        if (IsInvalid || !Kernel32.SetInformationJobObject(
            this, Kernel32.ExtendedLimitInformation, &limits, (uint)sizeof(Kernel32.ExtendedLimits)))
        {
            throw new ProcessStartException($"a job object cannot be made: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    /// <summary>How many members are alive.</summary>
    public int CountActive()
    {
        var accounting = default(Kernel32.BasicAccounting);
        return Kernel32.QueryInformationJobObject(
            this, Kernel32.BasicAccountingInformation, &accounting, (uint)sizeof(Kernel32.BasicAccounting), null)
            ? (int)accounting.ActiveProcesses
            : 0;
    }

    /// <summary>The most memory that the members had together, in bytes.</summary>
    public long PeakMemory()
    {
        var limits = default(Kernel32.ExtendedLimits);
        return Kernel32.QueryInformationJobObject(
            this, Kernel32.ExtendedLimitInformation, &limits, (uint)sizeof(Kernel32.ExtendedLimits), null)
            ? (long)limits.PeakJobMemory
            : 0;
    }

    /// <summary>What the members have used, those included that have ended; null where it is not to be had.</summary>
    public ProcessUsage? Usage()
    {
        var used = default(Kernel32.BasicAndIoAccounting);
        return Kernel32.QueryInformationJobObject(
            this, Kernel32.BasicAndIoAccountingInformation, &used, (uint)sizeof(Kernel32.BasicAndIoAccounting), null)
            ? new ProcessUsage(
                TimeSpan.FromTicks(used.Basic.UserTime + used.Basic.KernelTime), PeakMemory(), (long)used.ReadBytes,
                (long)used.WriteBytes)
            : null;
    }

    protected override bool ReleaseHandle() => Kernel32.CloseHandle(handle);
}
