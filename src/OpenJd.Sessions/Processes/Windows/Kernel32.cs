using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenJd.Sessions.Processes.Windows;

/// <summary>The functions of kernel32 that a launch needs.</summary>
internal static unsafe partial class Kernel32
{
    public const uint CreateSuspended = 0x4;
    public const uint CreateNewProcessGroup = 0x200;
    public const uint CreateUnicodeEnvironment = 0x400;
    public const uint ExtendedStartupInfoPresent = 0x80000;
    public const uint UseStandardHandles = 0x100;
    public const nuint AttributeHandleList = 0x20002;
    public const uint CtrlBreakEvent = 1;
    public const int ExtendedLimitInformation = 9;
    public const int BasicAccountingInformation = 1;
    public const int BasicAndIoAccountingInformation = 8;
    public const uint LimitKillOnJobClose = 0x2000;
    public const uint LimitJobMemory = 0x200;

    [LibraryImport("kernel32", EntryPoint = "CreateProcessW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool CreateProcess(
        char* application, char* commandLine, void* processAttributes, void* threadAttributes,
        [MarshalAs(UnmanagedType.Bool)] bool inheritHandles, uint flags, char* environment, char* directory,
        StartupInfo* startupInfo, ProcessInformation* information);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool InitializeProcThreadAttributeList(void* list, int count, uint flags, nuint* size);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool UpdateProcThreadAttribute(
        void* list, uint flags, nuint attribute, void* value, nuint size, void* previous, nuint* returnSize);

    [LibraryImport("kernel32")]
    public static partial void DeleteProcThreadAttributeList(void* list);

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    public static partial nint CreateJobObject(void* attributes, char* name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetInformationJobObject(SafeHandle job, int kind, void* information, uint bytes);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool QueryInformationJobObject(
        SafeHandle job, int kind, void* information, uint bytes, uint* returned);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool AssignProcessToJobObject(SafeHandle job, nint process);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool TerminateJobObject(SafeHandle job, uint exitCode);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool TerminateProcess(nint process, uint exitCode);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial uint ResumeThread(nint thread);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool CloseHandle(nint handle);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GetExitCodeProcess(SafeWaitHandle process, out uint exitCode);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool GenerateConsoleCtrlEvent(uint signal, uint group);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool AllocConsole();

    [LibraryImport("kernel32")]
    public static partial uint GetConsoleCP();

    /// <summary>STARTUPINFOEXW.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct StartupInfo
    {
        public uint Size;
        public nint Reserved;
        public nint Desktop;
        public nint Title;
        public uint X, Y, XSize, YSize, XCountChars, YCountChars, FillAttribute, Flags;
        public ushort ShowWindow, Reserved2Bytes;
        public nint Reserved2;
        public nint Input, Output, Error;
        public void* AttributeList;
    }

    /// <summary>PROCESS_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ProcessInformation
    {
        public nint Process;
        public nint Thread;
        public int ProcessId;
        public int ThreadId;
    }

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ExtendedLimits
    {
        public long ProcessUserTime, JobUserTime;
        public uint LimitFlags;
        public nuint MinimumWorkingSet, MaximumWorkingSet;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass, SchedulingClass;
        public ulong ReadOperations, WriteOperations, OtherOperations, ReadBytes, WriteBytes, OtherBytes;
        public nuint ProcessMemory, JobMemory, PeakProcessMemory, PeakJobMemory;
    }

    /// <summary>JOBOBJECT_BASIC_AND_IO_ACCOUNTING_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct BasicAndIoAccounting
    {
        public BasicAccounting Basic;
        public ulong ReadOperations, WriteOperations, OtherOperations, ReadBytes, WriteBytes, OtherBytes;
    }

    /// <summary>JOBOBJECT_BASIC_ACCOUNTING_INFORMATION.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct BasicAccounting
    {
        public long UserTime, KernelTime, PeriodUserTime, PeriodKernelTime;
        public uint PageFaults, TotalProcesses, ActiveProcesses, TerminatedProcesses;
    }
}
